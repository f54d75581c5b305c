/** What the forms of a case answer when they refuse, and the facts that change a deadline by law. */
import { defineWords } from "../kernel/words.ts"
import { notesWords } from "../signals/index.ts"

export const formWords = defineWords({
  vi: {
    meanwhile: (steps: string) => `Trước đó, từ lúc bạn mở trang: ${steps}`,
    matters: {
      facts: "Phải xác minh tình tiết trước khi quyết định: một tháng từ ngày lập biên bản (Đ66.1.b, Đ59)",
      serious:
        "Đã thuộc điểm b, lại đặc biệt nghiêm trọng, nhiều tình tiết phức tạp: hai tháng từ ngày lập biên bản (Đ66.1.c)",
      complex:
        "Nhiều tình tiết phức tạp hoặc phạm vi rộng: biên bản lập trong 5 ngày làm việc từ ngày phát hiện (NĐ 118/2021 Đ12)",
    },
    seenBy: {
      eyes: "trực tiếp, không bằng phương tiện kỹ thuật, nghiệp vụ",
      device: "bằng phương tiện, thiết bị kỹ thuật, nghiệp vụ",
    },
    refusals: {
      followDay: notesWords.vi.refused,
      unitsMissing: "Mức phạt của hành vi này theo số lượng: ghi số thuê bao hoặc số điểm của hành vi.",
      unitsOutside:
        "Số lượng đã ghi không thuộc dòng đã chọn: chọn dòng có khoảng chứa số đó (khoảng ghi ở cuối tên hành vi).",
      notOnSpot:
        "Không xử phạt tại chỗ được: mức thấp nhất của khung đã cao hơn mức không lập biên bản của ngày phát hiện, khung chưa đối chiếu, chưa ghi số thuê bao của hành vi phạt theo mỗi số, hoặc hành vi phát hiện bằng phương tiện kỹ thuật. Lập biên bản vi phạm hành chính.",
      notThatDay:
        "Quyết định không lập biên bản phải ra tại chỗ, đúng ngày phát hiện hành vi. Sang ngày khác thì lập biên bản vi phạm hành chính.",
      aboveSpot:
        "Tiền phạt của một người vi phạm cao hơn mức được xử phạt không lập biên bản vào ngày phát hiện (ghi ngay trên mẫu): lập biên bản vi phạm hành chính, rồi ra quyết định. Nhiều hành vi của một người được cộng lại.",
      foundByDevice:
        "Hành vi phát hiện bằng phương tiện, thiết bị kỹ thuật nghiệp vụ thì phải lập biên bản, dù mức phạt thấp (Đ56.1).",
      executionHalted: "Việc thi hành đang tạm đình chỉ: ghi quyết định tiếp tục thi hành trước.",
      notHalted: "Việc thi hành không bị tạm đình chỉ.",
      notHandedBack:
        "Hồ sơ phải chuyển cơ quan tiến hành tố tụng và được trả lại trước đã (Đ62.3): ghi “Chuyển Công an”; khi cơ quan đó trả hồ sơ thì ghi quyết định tiếp tục thi hành.",
      notFound: "Không tìm thấy vụ việc này trong phần việc của bạn.",
      notYourBody: "Việc này thuộc cơ quan đang thụ lý vụ việc.",
      notThePolice: "Việc này thuộc cơ quan Công an đã nhận hồ sơ.",
      closed: "Vụ việc đã kết thúc.",
      withThePolice: "Hồ sơ đang ở cơ quan Công an; chờ trả lại rồi mới làm được.",
      notTransferred: "Hồ sơ chưa được chuyển sang Công an.",
      notVerifying: "Việc này làm ở bước xác minh.",
      alreadyVerifying: "Vụ việc đã qua bước này.",
      notRecorded: "Lập biên bản trước đã.",
      notDecided: "Ra quyết định trước đã.",
      hearingOpen:
        "Người vi phạm đã yêu cầu giải trình trực tiếp: ghi phiên giải trình đã họp, hoặc việc không giải trình.",
      alreadyServed: "Ngày giao quyết định đã được ghi.",
      noHearing: "Không còn thời hạn yêu cầu giải trình trực tiếp, hoặc đã ghi yêu cầu.",
      notOverdue: "Còn thời hạn tự nguyện thi hành, hoặc chưa giao quyết định: chưa cưỡng chế được.",
      notPreventing: "Vụ việc không ở bước ngăn chặn.",
      notFinished: "Vụ việc chưa có kết quả nên chưa kết thúc được.",
      noAct: "Ghi nhận hành vi vi phạm trước đã.",
      requestGone: "Yêu cầu này đã được trả lời hoặc đã rút.",
      tipNotCompared: "Có tin báo chưa ai đối chiếu lời đã che. Mở từng tin, đối chiếu, rồi chuyển.",
      suspensionMissing:
        "Vụ việc đã có quyết định xử phạt: ghi số và ngày quyết định tạm đình chỉ thi hành, không sau ngày chuyển (Đ62.2).",
      explanationOpen: "Người vi phạm còn thời hạn giải trình.",
      noExplanation: "Không có thời hạn giải trình nào đang chạy.",
      tooLate: "Đã quá thời hạn hoặc thời hiệu xử phạt; chỉ còn tịch thu và khắc phục hậu quả (Điều 65).",
      recordLate: "Thời hạn lập biên bản đã hết trước ngày này, nên tình tiết không làm thời hạn dài thêm.",
      numberTaken:
        "Số này đã có ở một vụ việc khác trong năm. Xem lại số trong sổ, hoặc tìm vụ việc mang số đó.",
      classLater: "Chưa có thời hạn nào đang chạy cho tình tiết này.",
      classKept: "Vụ việc đã được luật cho thời hạn này hoặc dài hơn.",
      notPointB:
        "Điểm c chỉ áp dụng khi vụ việc đã thuộc điểm b: ghi việc giải trình hoặc phải xác minh tình tiết trước.",
      notTooLate: "Còn trong thời hạn xử phạt: ra quyết định xử phạt.",
      notSigned: "Ký nhận hồ sơ trước đã.",
      alreadySigned: "Hồ sơ đã được ký nhận.",
      suspended: "Việc giải quyết đang tạm đình chỉ.",
      notSuspended: "Việc giải quyết không bị tạm đình chỉ.",
      noClock: "Không có thời hạn nào gia hạn được.",
      sanctionStands: "Vụ việc đã xử phạt không mở lại; quyết định chỉ bị hủy qua khiếu nại.",
      notAnEnterprise: "Chọn một doanh nghiệp đang hoạt động.",
      dueBeforeToday: "Chọn hạn trả lời từ hôm nay trở đi.",
      badTargets: "Mỗi dòng một số máy, đường dẫn, tài khoản hay địa chỉ thư, mỗi đối tượng một lần.",
      notPolice: "Chọn một cơ quan Công an.",
      noHandler: "Chọn một cán bộ của cơ quan làm được việc vụ việc.",
      handlerNamed: "Vụ việc ghi cán bộ này có liên quan: chọn người khác thụ lý.",
      notLawful: "Luật không cho gia hạn thời hạn này theo cách đó.",
      ranOut: "Thời hạn đã hết nên không gia hạn được.",
      decisionMissing:
        "Hồ sơ đã ký nhận thì khởi tố hoặc trả lại bằng quyết định: ghi số và ngày quyết định của cơ quan điều tra.",
      alreadyKept:
        "Đã có quyết định tạm giữ đang chạy thời hạn: ghi trả lại hoặc tịch thu trước, hoặc gia hạn.",
      notKept: "Không có tang vật nào đang tạm giữ theo quyết định.",
      stillKept: "Còn tang vật đang tạm giữ: ghi trả lại hoặc tịch thu trước, rồi kết thúc vụ việc.",
      tooEarly: "Ngày phục hồi phải sau ngày tạm đình chỉ.",
      noRowInForce: "Không có quy định xử phạt nào có hiệu lực cho hành vi này vào ngày vi phạm.",
      datesWrong: "Các ngày chưa đúng thứ tự, hoặc sau hôm nay.",
      tooManyActs: "Một vụ việc tối đa 50 hành vi; mở vụ việc khác.",
      notCompetent: "Chức danh của người ký không có thẩm quyền xử phạt hành vi đó vào ngày quyết định.",
      aboveCompetence:
        "Mức cao nhất của khung vượt quá mức chức danh này được phạt: chuyển hồ sơ đến người có thẩm quyền cao hơn.",
      checkedLater:
        "Ngày quyết định trước ngày pháp chế xác nhận thẩm quyền. Ghi ngày quyết định từ ngày xác nhận trở đi; nếu pháp chế đã đối chiếu từ trước, xác nhận lại với đúng ngày đối chiếu.",
      competenceUnsure:
        "Mức phạt tối đa của chức danh này chưa đối chiếu: một cán bộ pháp chế, không phải người ký, xác nhận trước (Pháp chế xác nhận thẩm quyền).",
      signerMissing:
        "Chọn người ký trong cơ quan, giữ chức danh được xử phạt; quyết định xử phạt ký ở cơ quan khác thì chọn chức danh và ghi họ tên người ký.",
      signerNotCompetent: "Người này không giữ chức danh được xử phạt vi phạm hành chính.",
      delegationMissing: "Cấp phó ký thì ghi số và ngày quyết định giao quyền, không sau ngày quyết định.",
      needsMitigating:
        "Mức phạt thấp hơn mức giữa khung phải có tình tiết giảm nhẹ (Đ23.4): ghi tình tiết, hoặc phạt mức giữa khung.",
      needsAggravating:
        "Mức phạt cao hơn mức giữa khung phải có tình tiết tăng nặng (Đ23.4): ghi tình tiết, hoặc phạt mức giữa khung.",
      needsTyping: "Chưa có mức phạt được đối chiếu: nhập khung phạt từ văn bản gốc.",
      needsConfirmation: "Khung phạt đã nhập còn chờ người thứ hai xác nhận.",
      sameOfficer: "Người xác nhận phải khác người đã nhập.",
      articleTooWide:
        "Ghi đủ điểm, khoản: trong Điều này chỉ một số điểm, khoản có thời hiệu xử phạt 2 năm, các điểm, khoản khác là 1 năm.",
      rangeWrong: "Khung phạt chưa đúng: mức thấp nhất phải lớn hơn 0 và không quá mức cao nhất.",
      notAnAmount: "Ghi mức phạt cho từng hành vi bằng số.",
      belowRange: "Mức phạt thấp hơn khung.",
      aboveRange: "Mức phạt cao hơn khung.",
      notServed: "Ghi ngày giao quyết định trước đã.",
      underpaid:
        "Số tiền chưa đủ tiền phạt và tiền chậm nộp còn lại. Mới nộp một phần thì ghi ở “Ghi một lần nộp, chưa đủ”.",
      paysAll: "Số tiền này đủ tiền phạt và tiền chậm nộp: ghi ở “Ghi nhận thi hành”.",
      receiptTwice: "Số chứng từ hoặc số quyết định này đã được ghi cho vụ việc này.",
      tooManyReceipts: "Vụ việc này đã ghi 100 lần nộp và quyết định: xem lại các lần đã ghi.",
      noFine: "Quyết định này không phạt tiền.",
      noEntry: "Lần ghi này đã được gỡ.",
      untilTooFar: "Hoãn quá 12 tháng từ ngày quyết định: xem lại năm đã ghi.",
      reducesTooMuch: "Số tiền được giảm lớn hơn số tiền phạt còn phải nộp.",
      fineTooSmall:
        "Chỉ cho nộp nhiều lần khi cá nhân bị phạt từ 15 triệu đồng, tổ chức từ 150 triệu đồng (Đ79.1).",
      planSum: "Tổng các lần nộp phải đúng bằng số tiền phạt còn phải nộp.",
      planFirst: "Lần nộp đầu phải ít nhất 40% tiền phạt (Đ79.2).",
      planOrder: "Các lần nộp phải theo thứ tự ngày, từ ngày ra quyết định trở đi.",
      planTooLong: "Lần nộp cuối quá 6 tháng từ ngày quyết định xử phạt có hiệu lực (Đ79.2).",
      sanctioned: "Hành vi này đã có quyết định.",
      notADuty: "Việc này đã được ghi xong hoặc không thuộc cơ quan bạn.",
      yourself: "Bạn không ghi chính mình; người khác trong cơ quan làm việc này.",
    },
  },
  en: {
    meanwhile: (steps) => `Before it, since you opened the page: ${steps}`,
    matters: {
      facts:
        "Facts must be verified before anybody decides: one month from the record (Articles 66.1.b and 59)",
      serious:
        "Already under point b, and especially serious with many complicated facts: two months from the record (Article 66.1.c)",
      complex:
        "Many complicated facts or a wide range: the record is due 5 working days from the finding (NĐ 118/2021 Article 12)",
    },
    seenBy: {
      eyes: "directly, without technical means",
      device: "by technical means",
    },
    refusals: {
      followDay: notesWords.en.refused,
      unitsMissing:
        "The fine of this violation depends on a number: give the subscriber numbers or the points.",
      unitsOutside:
        "The number given is not that of the chosen row: choose the row whose band holds it (the end of the violation says it).",
      notOnSpot:
        "Not on the spot: the least of the range is above the limit of the day of the finding, the range is not verified, nobody noted the numbers of an act that is fined for each, or technical means found the act. Make a record of the violation.",
      notThatDay:
        "A decision without a record is made on the spot, on the day of the finding. On another day make a record of the violation.",
      aboveSpot:
        "The fines of one offender pass what may be fined without a record under the law of the day of the finding (said above the fields): make a record, then decide. Several acts of one offender count together.",
      foundByDevice: "What technical means found needs a record, however small the fine (Article 56.1).",
      executionHalted: "Execution is suspended: note the decision that lets it go on first.",
      notHalted: "Execution is not suspended.",
      notHandedBack:
        "The file is handed to the prosecuting bodies and given back first (Article 62.3): hand it to the police; when they return it, note the decision to continue execution.",
      notFound: "This case is not among yours.",
      notYourBody: "This is for the body that handles the case.",
      notThePolice: "This is for the police body that holds the file.",
      closed: "The case is closed.",
      withThePolice: "The file is with the police; wait until it is returned.",
      notTransferred: "The file has not been handed to the police.",
      notVerifying: "This is done while the case is being verified.",
      alreadyVerifying: "The case is past this step.",
      notRecorded: "Record the violation first.",
      notDecided: "Decide first.",
      hearingOpen:
        "The offender asked for a hearing: note that it was held, or that the offender renounced it.",
      alreadyServed: "The day of service was noted already.",
      noHearing: "A hearing can no longer be asked for, or was asked for already.",
      notOverdue: "The decision is not served, or may still be executed freely: it cannot be enforced yet.",
      notPreventing: "The case is not being prevented.",
      notFinished: "The case has no outcome yet and cannot be closed.",
      noAct: "Note a violation first.",
      requestGone: "This request was answered or given up already.",
      tipNotCompared: "Nobody has compared the masked words of a report. Open each, compare, then transfer.",
      suspensionMissing:
        "There is a sanction: give number and day of the decision that suspended its execution, not after the hand-over (Article 62.2).",
      explanationOpen: "The offender may still explain.",
      noExplanation: "No period of explanation is running.",
      tooLate:
        "Past the deadline or the limitation period; only confiscation and remedy are left (Article 65).",
      recordLate: "The time for the record had run out before that day, so such facts give no more of it.",
      numberTaken:
        "Another case has this number in the same year. Look at the book again, or search for the case that has it.",
      classLater: "No deadline runs that such facts could change.",
      classKept: "The law gives this case that time already, or more.",
      notPointB: "Point c is for cases under point b: note an explanation or facts to verify first.",
      notTooLate: "The deadline has not passed: decide the sanction.",
      notSigned: "Sign for the file first.",
      alreadySigned: "The file has been signed for.",
      suspended: "The resolution is suspended.",
      notSuspended: "The resolution is not suspended.",
      noClock: "No running deadline can be extended.",
      sanctionStands: "A sanctioned case is not opened again; a decision is set aside by complaint only.",
      notAnEnterprise: "Choose an enterprise that exists today.",
      dueBeforeToday: "Choose a day from today on.",
      badTargets: "One number, link, account or mail address a line, each once.",
      notPolice: "Choose a police body.",
      noHandler: "Choose an officer of your body who may work on cases.",
      handlerNamed: "The case names this officer: choose another to handle it.",
      notLawful: "The law does not let this deadline be extended so.",
      ranOut: "The deadline has passed and cannot be extended.",
      decisionMissing:
        "A file that was signed for is prosecuted or returned by a decision: give the number and the day of the investigators' decision.",
      alreadyKept:
        "A decision to keep is running already: note what became of the things first, or extend it.",
      notKept: "Nothing is kept by a decision.",
      stillKept: "Things are still kept: note that they went back or were confiscated, then close the case.",
      tooEarly: "Resumption must follow suspension.",
      noRowInForce: "No sanction was in force for this act on the day it was committed.",
      datesWrong: "The days are out of order, or after today.",
      tooManyActs: "A case has at most 50 acts; open another.",
      notCompetent: "The signer's post may not sanction that act on the day of the decision.",
      aboveCompetence:
        "The top of the range is above what this post may fine: pass the file to a higher post.",
      checkedLater:
        "The decision is dated before the day on which the competence was checked. Give a day from the check on; where it was checked earlier, confirm again with the true day.",
      competenceUnsure:
        "The most this post may fine is not verified: a legal officer, not who signs, confirms it first.",
      signerMissing:
        "Choose a signer of this body whose post may sanction; for a sanction signed elsewhere, a post and the name.",
      signerNotCompetent: "This person holds no post that may sanction.",
      delegationMissing: "For a deputy give number and day of the delegation, not after the decision.",
      needsMitigating:
        "A fine below the middle needs a mitigating fact (Article 23.4): name it, or fine the middle.",
      needsAggravating:
        "A fine above the middle needs an aggravating fact (Article 23.4): name it, or fine the middle.",
      needsTyping: "There is no verified amount: type the range from the official text.",
      needsConfirmation: "The typed range awaits a second person.",
      sameOfficer: "Who confirms must not be who typed.",
      articleTooWide:
        "Give point and clause: only some of this article are punishable for two years, the others for one.",
      rangeWrong: "The range is not right: the least is above 0 and not above the most.",
      notAnAmount: "Write the fine for each act in digits.",
      belowRange: "The fine is below the range.",
      aboveRange: "The fine is above the range.",
      notServed: "Note the day of service first.",
      underpaid:
        "This is less than the fine and its late charge that are left. For a part, use “Note a payment of a part”.",
      paysAll: "This pays the fine and its late charge: use “Note the execution”.",
      receiptTwice: "A receipt or decision of this number was noted for this case already.",
      tooManyReceipts: "This case has 100 payments and decisions already: look at them again.",
      noFine: "This decision fines nobody.",
      noEntry: "This entry was struck out already.",
      untilTooFar: "This is more than 12 months after the decision: look at the year again.",
      reducesTooMuch: "The reduction is more than what is left of the fine.",
      fineTooSmall:
        "Instalments are for fines from 15 million VND (individuals) or 150 million VND (organisations) (Article 79.1).",
      planSum: "The payments must sum to exactly what is left of the fine.",
      planFirst: "The first payment must be at least 40% of the fine (Article 79.2).",
      planOrder: "The payments must follow each other by day, from the day of the decision.",
      planTooLong: "The last payment is more than 6 months after the decision took effect (Article 79.2).",
      sanctioned: "This act has been decided.",
      notADuty: "This was noted already, or is not your body's to do.",
      yourself: "You cannot note yourself; a colleague does.",
    },
  },
})
