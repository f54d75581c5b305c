/** Words of "có phải tôi đang bị lừa?" and of the first hour after money was lost. */
import { defineWords } from "../kernel/words.ts"

export const helpWords = defineWords({
  vi: {
    ask: {
      title: "Có phải tôi đang bị lừa?",
      hint: "Năm câu hỏi, một phút. Không ai lưu câu trả lời.",
      lead: "Đánh dấu điều đang xảy ra với bạn.",
      signs: "Điều đang xảy ra",
      options: {
        hurry: "Họ giục làm ngay, dọa bắt, dọa khóa, dọa mất cơ hội",
        secret: "Họ bắt giữ kín, không cho hỏi người nhà, ngân hàng",
        code: "Họ xin mã OTP, mật khẩu, hoặc bắt cài ứng dụng",
        stranger: "Họ bảo chuyển tiền vào tài khoản của người tôi không quen",
        paid: "Tôi đã chuyển tiền hoặc đã đọc mã",
      },
      see: "Xem nên làm gì",
      again: "Hỏi lại từ đầu",
      advice: {
        paid: "Làm ngay các việc của giờ đầu tiên",
        stop: "Rất giống lừa đảo: dừng lại, cúp máy",
        careful: "Có một dấu hiệu: kiểm tra trước khi làm tiếp",
        nothing: "Chưa thấy dấu hiệu nào trong năm dấu hiệu",
      },
      more: {
        paid: "Mỗi phút đều quý: gọi ngân hàng trước.",
        stop: "Không chuyển tiền, không đọc mã. Hỏi một người nhà, rồi gọi số chính thức mà bạn tự tìm.",
        careful: "Đừng gọi lại số họ cho. Gọi số in trên thẻ, hóa đơn, hoặc kiểm tra số và đường dẫn ở đây.",
        nothing: "Vẫn băn khoăn thì kiểm tra số, đường dẫn, tài khoản trước khi trả lời.",
      },
      check: "Kiểm tra một số, một đường dẫn",
    },
    hour: {
      title: "Giờ đầu tiên sau khi mất tiền",
      hint: "Làm theo thứ tự. In ra được, để cạnh điện thoại.",
      steps: {
        bank: "Gọi ngay ngân hàng của bạn (số sau thẻ hoặc trong ứng dụng): yêu cầu dừng giao dịch, khóa tài khoản, đề nghị ngân hàng nhận tạm giữ tiền.",
        stop: "Ngắt liên lạc với kẻ lừa. Không chuyển thêm để “rút lại”, không trả “phí thu hồi”.",
        change:
          "Đổi mật khẩu ngân hàng, thư điện tử, mạng xã hội từ một máy khác; gỡ ứng dụng lạ, bật chế độ máy bay nếu máy bị điều khiển.",
        keep: "Giữ chứng cứ: chụp tin nhắn, số điện thoại, số tài khoản, biên lai, giờ chuyển. Không xóa gì.",
        police: "Báo Công an xã, phường nơi bạn ở hoặc gọi 113, mang theo giấy tờ và chứng cứ.",
        tell: "Báo tin ở đây để số, tài khoản ấy được cảnh báo cho người khác.",
        family: "Báo người nhà và bạn bè: kẻ lừa thường dùng tài khoản của bạn để lừa tiếp.",
      },
      second: "Ai hứa lấy lại tiền để thu phí trước đều là lừa lần hai.",
      report: "Báo tin mất tiền",
    },
  },
  en: {
    ask: {
      title: "Am I being cheated?",
      hint: "Five questions, one minute. Nobody keeps the answers.",
      lead: "Mark what is happening to you.",
      signs: "What is happening",
      options: {
        hurry: "They hurry me, threaten arrest, locking, or a lost chance",
        secret: "They want it kept secret from family and bank",
        code: "They ask for a code or password, or to install an app",
        stranger: "They want money sent to the account of a stranger",
        paid: "I have sent money or read out a code already",
      },
      see: "See what to do",
      again: "Ask again",
      advice: {
        paid: "Do what belongs to the first hour, now",
        stop: "This is very like fraud: stop, hang up",
        careful: "One sign: check before you go on",
        nothing: "None of the five signs",
      },
      more: {
        paid: "Every minute counts: call your bank first.",
        stop: "Send no money, read out no code. Ask your family, then call an official number that you look up yourself.",
        careful:
          "Do not call the number they gave. Call the one on your card or bill, or check numbers and links here.",
        nothing: "Still in doubt? Check the number, link or account before you answer.",
      },
      check: "Check a number or a link",
    },
    hour: {
      title: "The first hour after money was lost",
      hint: "In this order. Print it and keep it by the telephone.",
      steps: {
        bank: "Call your bank now (number on the card or in the app): stop the transfer, lock the account, ask that the receiving bank hold the money.",
        stop: "Break off with the fraudster. Send nothing more “to withdraw”, pay no “recovery fee”.",
        change:
          "Change the passwords of bank, mail and networks from another device; remove strange apps, go into flight mode if the phone is being controlled.",
        keep: "Keep evidence: messages, numbers, accounts, receipts, times. Delete nothing.",
        police: "Tell the police of your commune or call 113; bring papers and evidence.",
        tell: "Report it here, so that others are warned of the number and account.",
        family: "Tell family and friends: fraudsters often go on with your account.",
      },
      second: "Whoever promises to recover money for a fee in advance is the second fraud.",
      report: "Report lost money",
    },
  },
})
