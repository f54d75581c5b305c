/**
 * The same kinds of trouble as different people tell them: short and long, calm and furious, old people, pupils, shop owners,
 * officials, a foreigner. Every number, account and address in it is invented.
 */
import type { Slots, StoryName } from "./tip-stories.ts"

export type Telling = (of: Slots) => string

export const tellings: Readonly<Record<StoryName, readonly Telling[]>> = {
  police: [
    ({ phone }) =>
      `Số ${phone} gọi xưng là công an, nói tôi liên quan vụ rửa tiền và bắt giữ bí mật với gia đình.`,
    ({ phone }) => `Giả công an. ${phone}.`,
    ({ phone }) =>
      `Sáng nay khoảng 8 giờ kém tôi đang cho gà ăn thì có số ${phone} gọi đến. Đầu dây bên kia giọng miền trong, nói là trung úy gì đó ở Cục cảnh sát, bảo tôi có một bưu phẩm gửi đi nước ngoài bị giữ vì bên trong có hộ chiếu giả. Tôi bảo tôi già rồi có gửi gì đâu thì nó chuyển máy cho một người khác quát rất to, dọa nếu tắt máy là ra lệnh bắt ngay. Tôi sợ quá run cả tay, may cháu nội đi học về giật lấy máy tắt đi. Đề nghị các đồng chí xem số đó là ai.`,
    ({ phone }) =>
      `Có phải công an tỉnh dùng số ${phone} không ạ? Họ đọc đúng số căn cước của em, yêu cầu kết bạn Zalo để làm việc online.`,
    ({ phone }) =>
      `${phone} gọi 6 cuộc trong một buổi chiều, tự xưng công an phường yêu cầu đồng bộ dữ liệu dân cư, bảo ra quán nước gặp. Ra thì không có ai.`,
    ({ phone }) =>
      `Bố tôi 74 tuổi bị số ${phone} giữ máy gần hai tiếng, bắt vào phòng đóng cửa, không cho nói với ai. Chúng bảo ông đọc số sổ tiết kiệm. Gia đình phát hiện kịp, chưa mất tiền nhưng cụ hoảng loạn, huyết áp lên 180.`,
    ({ phone }) =>
      `Someone called my wife from ${phone}, said he is police officer and asked her to transfer money to "verify". We did not. Please block.`,
    ({ phone }) =>
      `Nó gọi video mặc sắc phục, sau lưng có cả quốc huy, đọc lệnh bắt tạm giam tên tôi. Số ${phone}. Nhìn kỹ thì môi nói không khớp tiếng.`,
    ({ phone }) =>
      `Hàng xóm nhà tôi bà T. bị ${phone} xưng cảnh sát giao thông báo phạt nguội, đòi chuyển khoản nộp phạt trong ngày để được giảm một nửa.`,
  ],
  transfer: [
    ({ account, money, phone }) =>
      `Tôi vừa chuyển ${money} vào tài khoản ${account} Techcombank theo lời số ${phone} thì mới biết bị lừa.`,
    ({ account, money }) =>
      `CỨU TÔI VỚI. Mất ${money} rồi. Tài khoản nó là ${account} MB Bank. Mới chuyển 15 phút trước, ngân hàng bảo phải có công an mới khóa được!!!`,
    ({ account, money, phone }) =>
      `Con gái tôi học lớp 8, hôm qua ở nhà một mình có người gọi bằng số ${phone} nói mẹ bị tai nạn đang cấp cứu, cần nộp viện phí gấp. Cháu lấy điện thoại của bà chuyển ${money} vào số tài khoản ${account} ngân hàng BIDV. Lúc tôi về thì mọi việc đã xong. Cháu khóc suốt đêm. Tôi không tiếc tiền bằng thương con, mong cơ quan ngăn chặn để không cháu nào bị như vậy nữa.`,
    ({ account, money }) =>
      `Mua vé máy bay qua mạng, chuyển ${money} cho stk ${account} VPBank tên công ty du lịch. Ra sân bay không có mã đặt chỗ.`,
    ({ account, phone, money }) =>
      `Facebook bạn tôi bị hack, nhắn vay tiền. Tôi tin là bạn nên chuyển ${money}, tài khoản nhận ${account} Agribank, sau có số ${phone} gọi lại đòi thêm mới nghi.`,
    ({ account, money }) =>
      `đã ck ${money} cho ${account} (Sacombank) tiền đặt cọc thuê nhà trọ, xem nhà qua ảnh. chủ nhà thật bảo ko đăng tin bao giờ`,
    ({ account, money, phone }) =>
      `Kế toán công ty chúng tôi nhận thư điện tử giả giám đốc, đã chuyển ${money} vào tài khoản ${account} Techcombank lúc 10h20 sáng nay; số liên hệ ghi trong thư là ${phone}. Đã báo ngân hàng, đề nghị hỗ trợ phong tỏa khẩn cấp.`,
    ({ account, money }) =>
      `Chuyển nhầm ${money} sang ${account} VietinBank, người nhận bảo trả nhưng bắt bấm vào đường dẫn nhập mã. Tôi không bấm. Tiền thì chưa lấy lại được.`,
  ],
  bank: [
    ({ site }) => `Nhận tin nhắn ngân hàng giả, bảo bấm vào http://${site}/xac-thuc để mở khóa thẻ.`,
    ({ site }) =>
      `Tin nhắn hiện đúng tên Vietcombank, nằm chung luồng với tin thật, bên trong là link https://${site}/login. Tôi suýt nhập mật khẩu.`,
    ({ site }) => `web giả ngân hàng nhé: ${site}`,
    ({ site }) =>
      `Mẹ tôi bấm vào ${site} theo tin nhắn báo thẻ tín dụng bị trừ 2 triệu một năm. Trang giống hệt ngân hàng, có cả ô chat. Bà đã nhập tên đăng nhập, chưa nhập OTP. Giờ phải làm gì ạ?`,
    ({ site }) =>
      `Nhân viên ngân hàng rởm kết bạn Zalo, hướng dẫn nâng hạn mức thẻ tại https://${site}/nang-han-muc, đòi chụp hai mặt thẻ. Tôi là giáo viên về hưu, tuổi cao nhưng chưa lẫn, đã chụp lại toàn bộ để các anh chị xử lý.`,
    ({ site }) =>
      `My bank never uses ${site} right? Got SMS in Vietnamese with this link, looks like phishing.`,
    ({ site }) =>
      `Chuyển tiếp nguyên văn: "Tai khoan cua quy khach da duoc dang ky tai thiet bi khac. Neu khong phai ban vui long vao http://${site} de huy". Người nhận ở xóm tôi rất nhiều, khoảng chục nhà.`,
    ({ site }) =>
      `Có QR dán đè lên mã thanh toán ở quán phở đầu chợ, quét ra trang ${site} đòi thông tin thẻ. Chủ quán không biết ai dán.`,
  ],
  sim: [
    ({ phone }) =>
      `${phone} gọi bảo thuê bao của tôi sắp bị khóa hai chiều, đọc mã OTP để chuẩn hóa thông tin.`,
    ({ phone }) =>
      `Tự nhiên mất sóng từ trưa, ra cửa hàng thì bảo SIM vừa được đổi eSIM. Trước đó có số ${phone} gọi xưng nhà mạng bảo nâng cấp 5G.`,
    ({ phone }) => `nha mang gia ${phone} doi ma otp, minh khong dua`,
    ({ phone }) =>
      `Bác tôi ở quê dùng máy cục gạch, có cuộc gọi tự động nói "bấm phím 9 để không bị khóa số", rồi ${phone} gọi lại hỏi số căn cước. Bác đọc mất rồi. Liệu họ có lấy căn cước đi vay tiền không?`,
    ({ phone }) =>
      `Số ${phone} mạo danh tổng đài chăm sóc khách hàng, đe dọa khóa SIM sau 2 giờ. Đã yêu cầu nhà mạng nhưng được trả lời là thuê bao chính chủ nên chưa khóa được.`,
    ({ phone }) =>
      `Cứ đến cuối tháng lại có người gọi (lần này ${phone}) bảo tôi phải cung cấp ảnh chân dung để cập nhật thuê bao, không thì mất số đẹp. Tôi dùng số này buôn bán 15 năm nay.`,
    ({ phone }) =>
      `Cho hỏi chuẩn hóa thông tin thuê bao có phải đọc mã sáu số không? ${phone} bảo có. Tôi nghi lừa đảo nên hỏi trước.`,
  ],
  tasks: [
    ({ site, money }) =>
      `Nhóm làm nhiệm vụ online trả hoa hồng, nạp tiền ở ${site}, tuần trước tôi mất ${money} không rút được.`,
    ({ site, money }) =>
      `Em là công nhân khu công nghiệp, nghỉ thai sản ở nhà muốn kiếm thêm nên vào nhóm Telegram thả tim, xem video. Ba ngày đầu được trả 180 nghìn thật. Sau họ bảo nạp gói VIP trên ${site}, em nạp lần lượt 500 nghìn, 2 triệu, rồi vay bạn cho đủ ${money}. Đến lúc rút thì báo sai cú pháp, muốn mở lại phải nạp tiếp. Em không dám nói với chồng. Xin các anh chị giúp em, đừng gọi điện về nhà.`,
    ({ site }) => `Tuyển cộng tác viên chốt đơn Shopee, dẫn vào ${site}. 100% lừa.`,
    ({ site, money }) =>
      `Chị gái tôi nạp ${money} vào ${site} vì tin là đánh giá khách sạn được tiền. Nói thế nào chị cũng không nghe, vẫn định vay tiếp. Nhờ cơ quan gọi cho chị một cuộc.`,
    ({ site, money }) =>
      `Bị mất ${money} bởi ${site}. Nhóm có 42 người, 40 người là chim mồi. Tôi có ảnh chụp tất cả các lần nạp.`,
    ({ site }) =>
      `Hội phụ nữ thôn có ba chị cùng tham gia "săn voucher" trên ${site}. Đề nghị về tuyên truyền, chứ cấm thì các chị lén chơi.`,
    ({ site, money }) =>
      `mn ơi ${site} nó giữ ${money} của e từ hôm 12, cskh seen ko rep. có cách nào lấy lại k ạ`,
    ({ site }) =>
      `App đầu tư tiền số ở ${site} lãi 3% mỗi ngày. Thầy dạy xem lệnh chưa lộ mặt bao giờ. Tôi chưa nạp, báo trước để mọi người biết.`,
  ],
  cable: [
    ({ at }) =>
      `Đêm qua có người cắt trộm khoảng ${40 + (at % 9) * 20} m cáp đồng ở cột gần nhà văn hóa thôn.`,
    ({ at }) => `Mất cáp đồng ${30 + (at % 7) * 15} mét đoạn từ trạm bơm ra đường lớn, cả xóm không có mạng.`,
    ({ at }) =>
      `Khoảng ${1 + (at % 3)} giờ sáng chó sủa nhiều, tôi dậy soi đèn thấy hai thanh niên đi xe máy không biển số, một người trèo cột, một người cuộn dây. Tôi hô thì chúng bỏ chạy về phía đê. Sáng ra xem thì cáp đồng bị cắt chừng bốn khoảng cột. Tôi là tổ trưởng, đã báo trưởng thôn và chụp ảnh hiện trường.`,
    () => `Cáp đồng viễn thông chỗ cống Tây bị cắt, vỏ nhựa còn vứt dưới mương, lõi lấy hết.`,
    ({ at }) =>
      `Bãi phế liệu cuối làng mua dây cáp đồng không hỏi giấy tờ, chiều qua có người chở đến cỡ ${20 + (at % 5) * 10} kg đã bóc vỏ.`,
    () =>
      `Trường học mất internet từ đêm qua do cáp đồng trước cổng bị cắt trộm, học sinh không thi trực tuyến được. Nhà trường đề nghị xử lý sớm.`,
    () => `lai mat cap dong o duong thon nua roi, lan thu 3 trong nam`,
  ],
  cabinet: [
    () => `Nắp cống bể cáp viễn thông bị lấy mất, tủ cáp bị cạy khóa, dây bên trong đứt.`,
    () => `Tủ cáp ngoài ngã tư bị phá khóa, cửa mở toang mấy hôm nay, trẻ con nghịch dây.`,
    ({ at }) =>
      `Hố ga cáp mất nắp ở trước số nhà ${3 + (at % 60)}, tối hôm kia cụ già đi bộ suýt ngã xuống. Người dân phải cắm cành cây.`,
    () =>
      `Có kẻ lấy bình ắc quy trong nhà trạm, bảo vệ nghỉ Tết nên không ai biết. Giờ cúp điện là mất sóng cả khu.`,
    () =>
      `Xe tải lùi đổ tủ viễn thông rồi bỏ đi, có camera nhà đối diện quay được biển số, tôi sẵn sàng cung cấp.`,
    () => `Bể cáp bị đục, dây quang bị chặt ngang, vết cắt gọn như bằng kìm. Không phải chuột cắn.`,
    () =>
      `Nhân viên sửa mạng (hay giả nhân viên?) mở tủ cáp lúc 11 giờ đêm, không mặc đồng phục, hỏi thì cáu. Nhờ xác minh.`,
  ],
  shop: [
    ({ phone }) =>
      `Cửa hàng ở chợ bán SIM đã kích hoạt sẵn, không hỏi giấy tờ, số ${phone} là một trong các số đó.`,
    ({ phone }) =>
      `Bán SIM rác cạnh cổng trường cấp 3, học sinh mua 30 nghìn một cái, lắp vào dùng luôn. VD ${phone}.`,
    () =>
      `Tiệm điện thoại ngã ba nhận kích hoạt SIM hộ, lấy căn cước của khách cũ đăng ký cho khách mới. Tôi từng làm thuê ở đó nên biết.`,
    ({ phone }) =>
      `Tôi kiểm tra thì thấy căn cước của mình đứng tên bốn thuê bao lạ, có số ${phone}. Tôi chỉ mua SIM một lần ở quầy di động lưu động hội chợ.`,
    () =>
      `Bạt đỏ bán sim 4G đầu cầu, thứ Bảy nào cũng có, không xuất hóa đơn, không chụp ảnh. Đề nghị kiểm tra.`,
    ({ phone }) =>
      `Mua sim ${phone} trên mạng, ship về dùng được ngay mà không phải đăng ký gì. Thế này có đúng luật không?`,
    () => `Đại lý nhà mạng ép người già ký nhận thêm 2 sim để đủ chỉ tiêu. Mẹ tôi không biết chữ.`,
  ],
  portal: [
    ({ site }) => `Trang ${site} giả cổng dịch vụ công, đòi cài ứng dụng lạ để làm định danh mức 2.`,
    ({ site }) =>
      `Có người xưng cán bộ xã gọi hướng dẫn cài VNeID từ ${site}. Cài xong máy tự tắt màn hình, tôi rút pin mới dừng được.`,
    ({ site }) =>
      `${site} mạo danh thuế, báo hộ kinh doanh nợ thuế khoán, phải cài app để xem. Hôm qua chợ tôi ba sạp dính.`,
    ({ site }) =>
      `Cán bộ một cửa xã chúng tôi ghi nhận 5 người dân hỏi về trang ${site}, giao diện giống Cổng Dịch vụ công quốc gia, có ô nhập mã OTP. Xin chuyển cơ quan đầu mối xử lý.`,
    ({ site }) =>
      `Điện lực giả: bảo nợ tiền điện, tải ứng dụng ở ${site}. Tôi lên điện lực hỏi thì không nợ đồng nào.`,
    ({ site }) => `cai app tu ${site} xong dt nong ran, bi chiem quyen, mat sach tien trong momo`,
    ({ site }) =>
      `Nhà trường gửi nhầm link (hay bị hack?) ${site} để phụ huynh cập nhật bảo hiểm y tế. Vào thì đòi cài file đuôi apk.`,
  ],
  deposit: [
    ({ account, money }) =>
      `Shop nhận cọc ${money} vào tài khoản ${account} Vietcombank rồi chặn liên lạc, tôi vừa chuyển cách đây 20 phút.`,
    ({ account, money }) =>
      `Đặt mua máy cày cũ trên nhóm nông cụ, cọc ${money} (stk ${account} Agribank). Người bán gửi cả ảnh căn cước, xe, nhà. Đến nơi thì nhà đó bán tạp hóa, không biết gì. Cả vụ trông vào cái máy.`,
    ({ account, money }) => `Lừa cọc. ${account} VPBank. ${money}.`,
    ({ account, money }) =>
      `Cọc combo du lịch hè cho cả tổ 12 người, tổng ${money}, tài khoản ${account} MB Bank. Fanpage có tích xanh, giờ đã đổi tên. Tôi đứng ra thu tiền nên bây giờ mọi người đòi tôi.`,
    ({ account, money }) =>
      `Chồng em mua chim cảnh, chuyển ${money} vào ${account} Techcombank. Người ta gửi video con chim rất đẹp. Hai tuần chưa thấy chim.`,
    ({ account, money }) =>
      `Cọc xe máy giá rẻ thanh lý công ty, ${money}, stk ${account} BIDV; sau đó bắt đóng tiếp phí hải quan, phí kho. Tôi dừng ở đó và báo các anh.`,
    ({ account, money }) =>
      `I paid a deposit of ${money} for an apartment near the industrial park to account ${account} Sacombank. The agent deleted Zalo. I have the contract in PDF.`,
  ],
  threat: [
    ({ phone }) =>
      `Số ${phone} ngày nào cũng gọi dọa đăng ảnh ghép của con tôi nếu không trả nợ hộ người khác.`,
    ({ phone }) =>
      `Đòi nợ kiểu khủng bố!!! ${phone} gọi cho cả hiệu trưởng nơi tôi dạy, chửi bới. Tôi KHÔNG vay ai hết!!!`,
    ({ phone }) =>
      `Em trai em vay app 3 triệu, giờ thành 27 triệu. Chúng nó (${phone}) ghép ảnh thờ gửi cho bạn bè. Em nó bỏ nhà đi từ hôm kia.`,
    ({ phone }) =>
      `${phone} nhắn có clip nhạy cảm của em, đòi 10tr không thì gửi cho bố mẹ. Em mới 17 tuổi, em sợ lắm, em không có quay gì cả.`,
    ({ phone }) =>
      `Bên đòi nợ thuê dùng số ${phone} gọi vào giờ họp giao ban, đe dọa đến cơ quan. Người vay là đồng nghiệp cũ đã nghỉ việc từ năm ngoái.`,
    ({ phone }) =>
      `Ngày hơn 50 cuộc, chặn số này gọi số khác, số hôm nay ${phone}. Tôi bán hàng không dám tắt máy.`,
    ({ phone }) => `Chúng gửi vòng hoa tang đến quán tôi, ship COD 1 triệu. Số đặt hàng ${phone}.`,
  ],
  spam: [
    ({ phone }) => `Tin nhắn rác mời vay tiền liên tục từ ${phone}, đã chặn vẫn gửi bằng số khác.`,
    ({ phone }) => `${phone} bất động sản gọi trưa nào cũng gọi`,
    ({ phone }) =>
      `Tôi đã đăng ký không nhận quảng cáo (DK DNC gửi 5656) từ tháng trước mà ${phone} vẫn nhắn mời chơi tài xỉu.`,
    ({ phone }) =>
      `Cuộc gọi tự động khảo sát răng miệng, phòng khám gì đó, số ${phone}, gọi cả 9 giờ tối. Con nhỏ mới ngủ.`,
    ({ phone }) => `Đề nghị xử phạt thuê bao ${phone} quảng cáo cá độ trong nhóm Zalo phụ huynh.`,
    ({ phone }) => `Spam from ${phone}: "Ban trung thuong xe SH". Every single day.`,
    ({ phone }) =>
      `Mỗi ngày 4-5 tin chứng khoán, nhóm kín, thầy chỉ mã. Số mới nhất là ${phone}. Tôi không có tiền chơi mà sao cứ nhắn.`,
  ],
  obstruction: [
    () => `Có hộ chặn không cho công nhân kéo cáp viễn thông trên cột đầu thôn, dọa cắt dây đã treo.`,
    () => `Nhà ông chủ ao cá không cho dựng cột, đòi 20 triệu mới cho đi qua đất công.`,
    () =>
      `Đội thi công của đơn vị chúng tôi đang sửa tuyến thì bị ba người cản trở, giữ thang và máy hàn quang từ 9 giờ đến trưa. Công an xã đã đến lập biên bản.`,
    () =>
      `Dân phản đối trạm BTS vì sợ sóng, đổ đất chặn cổng. Mong có người giải thích cho bà con, đừng cưỡng chế.`,
    () =>
      `Chủ nhà trọ chỉ cho một nhà mạng vào lắp, ai lắp mạng khác thì cắt dây. Sinh viên chúng cháu phải dùng gói đắt gấp đôi.`,
    () => `Hàng xóm lấy dây cáp quang phơi quần áo, nói thì chửi. Có xử phạt được không?`,
  ],
  leak: [
    ({ site }) => `Trang ${site} rao bán danh sách họ tên, số điện thoại, địa chỉ của phụ huynh học sinh.`,
    ({ site }) =>
      `Vừa sinh con ở viện về, hôm sau đã có người gọi mời mua sữa, biết cả giờ sinh. Bạn tôi tìm thấy danh sách bán ở ${site}.`,
    ({ site }) => `${site} bán data khách vay ngân hàng, 200 đồng một số. Có cả ảnh căn cước.`,
    ({ site }) =>
      `Nộp hồ sơ xin việc qua một trung tâm, tuần sau căn cước của tôi nằm trên ${site}. Ai chịu trách nhiệm?`,
    ({ site }) =>
      `Trên ${site} tra số điện thoại ra tên, ngày sinh, nơi ở của bất kỳ ai. Tôi thử của mình thì đúng hết.`,
    ({ site }) =>
      `Là quản trị mạng của một trường, tôi phát hiện bảng điểm kèm số điện thoại phụ huynh bị đưa lên ${site}. Nhà trường đã đổi mật khẩu, xin hướng dẫn bước tiếp theo.`,
  ],
  network: [
    ({ site }) => `Trang ${site} mở mạng xã hội cho người trong huyện đăng ký, không thấy ghi số giấy phép.`,
    ({ site }) => `${site} đăng tin như báo mà không có giấy phép, ai trả tiền thì viết tốt.`,
    ({ site }) =>
      `Diễn đàn ${site} cho bình luận ẩn danh, nhiều người bị bôi nhọ, chủ trang ở tỉnh mình. Không có số giấy phép, không có địa chỉ.`,
    ({ site }) =>
      `Có trang ${site} lấy tên quê tôi, đăng tin cướp của giết người không có thật làm bà con hoang mang. Tôi đã hỏi trưởng công an xã, không có vụ nào.`,
    ({ site }) => `Game đổi thưởng ở ${site}, cháu tôi nướng hết tiền ăn sáng. Nạp bằng thẻ cào.`,
    ({ site }) => `Xem giúp ${site} có được phép hoạt động không ạ, tôi định đăng quảng cáo cho cửa hàng.`,
  ],
}
