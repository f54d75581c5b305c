/**
 * The words by which the grammar knows who is spoken of and what is asked: words of office language in general,
 * never of one letter. All in small letters, tone marks placed as `fold` places them.
 */
const words = (list: string) => list.split("|").map((word) => word.trim())

/** A name that starts with one of these always stands for itself in a list. */
const named = words(
  "ủy ban nhân dân|ủy ban mặt trận|ủy ban|ubnd|ub mttq|ubmttq|hđnd|hội đồng nhân dân|hội đồng|công an|công đoàn|bộ chỉ huy quân sự|bộ chỉ huy" +
    "|bộ tư lệnh|bộ đội biên phòng|mặt trận tổ quốc|mttq|văn phòng|vp|thanh tra|tòa án|viện kiểm sát|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh" +
    "|bưu điện|điện lực|hải quan|cục thuế|cục hải quan|cục quản lý thị trường|chi cục|tổng cục|đài|báo|cổng thông tin|tạp chí|thông tấn xã|hội|liên minh|liên hiệp|liên đoàn|tổng liên đoàn" +
    "|đoàn thanh niên|tỉnh đoàn|huyện đoàn|trung ương|ban chỉ đạo|ban chấp hành|ban thường vụ|ban quản lý|ban dân tộc|ban dân vận|ban tuyên giáo|ban tổ chức|ban nội chính|ban tiếp công dân|ban thi đua|kiểm toán nhà nước|kiểm toán" +
    "|đảng đoàn|đoàn đại biểu quốc hội|thị ủy|quận ủy|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|thường trực|trường|học viện|viện|bệnh viện|trung tâm|hiệp hội|viễn thông|truyền hình cáp|vnpt|viettel|vinaphone|mobiphone|vietnamobile|gmobile|cmc|sctv|itel|mobifone|fpt|evn|vncert" +
    "|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|tổng cục trưởng|chi cục trưởng|viện trưởng|trưởng ban|trưởng phòng|trưởng công an|hiệu trưởng" +
    "|đồn biên phòng|hạt kiểm lâm|cảng vụ|bộ đội biên phòng|tổ công tác|tổ giúp việc|tiểu ban|vườn quốc gia|nhà xuất bản|bảo tàng|thư viện|liên đoàn lao động|hải đội|sư đoàn|lữ đoàn|trung đoàn|quân khu" +
    "|trạm|thuế|quỹ tín dụng nhân dân|xí nghiệp|nhà máy|ban chỉ huy|ban giám hiệu|ban đại diện|chi đoàn|chi bộ|đảng bộ|trại giam|trại tạm giam|nhà văn hóa|nhà thiếu nhi" +
    "|chỉ huy trưởng|chính ủy|tư lệnh|tổng thư ký|đội trưởng|tổ trưởng|trạm trưởng|viện trưởng viện kiểm sát|chánh án|chánh văn phòng|chánh thanh tra|chánh|tổng biên tập|người đứng đầu|đồng chí|các đồng chí|thống đốc|kế toán trưởng|trưởng|phó thủ tướng|thủ tướng",
)
/** Names of kinds of bodies; in a list with "các" they stand together ("các sở, ban, ngành"). */
const kinds = words(
  "bộ|sở|ban|ngành|vụ|cục|phòng|tổ|đội|đoàn|tập đoàn|tổng công ty|công ty|doanh nghiệp|hợp tác xã|thương vụ|cơ quan ngang bộ|cơ quan|đơn vị|tổ chức chính trị|tổ chức|đoàn thể|địa phương|chính quyền" +
    "|nhà mạng|lãnh đạo|cá nhân|tổ chức tín dụng|cơ sở|chủ đầu tư|chủ cơ sở|chủ|lực lượng|cấp ủy|mạng|thành viên|hộ gia đình|khu công nghiệp|xã, phường|huyện, thị xã, thành phố|phường, xã|quý cơ quan|hộ kinh doanh|hộ dân|người dân|nhân dân|công dân|nhà trường|cán bộ|công chức|viên chức|trưởng thôn|bí thư|hội viên|đoàn viên|đảng viên|người lao động|phóng viên|chi nhánh|điểm|đại lý|phương tiện thông tin|phương tiện truyền thông|cấp|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|nơi|hộ|ấp|khóm|thôn|bản|làng|buôn|bon|khu phố|tổ dân phố|nhà cung cấp|nhà thầu|ông, bà|ông (bà)|ông/bà|ông bà|ông",
)
export const quantifiers = words("tất cả các|toàn thể các|toàn thể|các|những|mỗi|từng|một số|quý")

/** Words with which the part of a sentence that says what is to be done begins. */
const sureActs = words(
  "chủ trì|phối hợp|nghiêm chỉnh|nghiêm khắc|đồng bộ|toàn diện|thực sự|miễn phí|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ động|khẩn trương|tăng cường|tiếp tục" +
    "|nghiêm túc|kịp thời|thường xuyên|đẩy mạnh|đẩy nhanh|chỉ đạo|hướng dẫn|tham mưu|tập trung|nâng cao|đôn đốc" +
    "|nghiên cứu|tiếp thu|triển khai|rà soát|bố trí|phân công|phân bổ|đề xuất|kiến nghị|báo cáo|căn cứ|theo chức năng" +
    "|trên cơ sở|phải|cần|được giao|thì|là đơn vị|là cơ quan|là đầu mối|làm đầu mối|tham gia|định kỳ|hàng năm" +
    "|hàng quý|hàng tháng|hằng năm|hằng quý|hằng tháng|gửi|cung cấp|phổ biến|quán triệt|tuyên truyền|vận động" +
    "|lồng ghép|đăng tải|phát huy|bảo đảm|đảm bảo|duy trì|xây dựng|thực hiện|tổ chức|kiểm tra|giám sát|theo dõi" +
    "|tổng hợp|thẩm định|thống kê|lập|ban hành|quản lý|xử lý|xem xét|tạo điều kiện|hỗ trợ|chuẩn bị|hoàn thành" +
    "|hoàn thiện|sớm|nhanh chóng|tích cực|chấp hành|cử|giao|yêu cầu|đề nghị|thông báo|công bố|công khai|cập nhật" +
    "|đăng ký|điều tra|đấu tranh|ngăn chặn|phát hiện|tuần tra|làm việc|có giải pháp|có biện pháp|có văn bản" +
    "|có kế hoạch|giúp|khắc phục|phấn đấu|quyết liệt|thống nhất|nắm|cân đối|trình|tiếp nhận|giải quyết|giải đáp" +
    "|bám sát|vận hành|đầu tư|trang bị|bồi dưỡng|đào tạo|tập huấn|khuyến khích|xác định|chuyển|ưu tiên|lựa chọn" +
    "|chọn|thành lập|bảo vệ|phòng ngừa|huy động|kiểm soát|siết chặt|củng cố|kiện toàn|khảo sát|đánh giá|sơ kết" +
    "|tổng kết|xác minh|thu hồi|khóa|chặn|gỡ bỏ|rút kinh nghiệm|điều chỉnh|đổi mới|mở|thu thập|trao đổi|chia sẻ" +
    "|tố giác|nhắc nhở|cảnh báo|không được|không để|tuyệt đối|nghiêm cấm|quan tâm|chú trọng|lãnh đạo|bổ sung" +
    "|bàn giao|tiến hành|áp dụng|thúc đẩy|cải cách|niêm yết|thu|tuân thủ|xét|nộp|đầu mối|trực tiếp|khuyến cáo|cấp" +
    "|trả lời|kêu gọi|biên soạn|thanh tra|tìm hiểu|nhân rộng|số hóa|kết nối|rà, soát|phê duyệt|ký|tự kiểm tra|đề ra" +
    "|gương mẫu|dự thảo|soạn thảo|thử nghiệm|nêu cao|giữ|thể hiện|đưa|căng|ứng dụng|tháo gỡ|thí điểm|xúc tiến|đàm phán" +
    "|hạn chế|giảm|phân tích|rút ngắn|lập kế hoạch|tăng|tạm dừng|tạm đình chỉ|đình chỉ|dừng|ngừng|định hướng" +
    "|thiết lập|thay thế|thay đổi|tiếp cận|giao ban|họp|làm rõ|làm tốt|làm|tạo lập|phân loại|phân cấp|phân định" +
    "|phân luồng|khoanh vùng|truy cứu|truy vết|truy tìm|khởi tố|xét xử|xử phạt|cưỡng chế|tịch thu|tiêu hủy|kê khai" +
    "|khai thác|khai báo|khen thưởng|kỷ luật|động viên|hoàn trả|hoàn thuế|giải ngân|giải tỏa|giải thể|sắp xếp" +
    "|tinh giản|tuyển dụng|luân chuyển|bổ nhiệm|chuyển đổi|chuyển giao|chuyển tiếp|tích hợp|triệt phá|triệt xóa" +
    "|trấn áp|bắt giữ|đẩy lùi|kéo giảm|lên án|lắp đặt|sửa chữa|nâng cấp|cải tạo|bảo trì|bảo dưỡng|di dời|ngầm hóa" +
    "|chỉnh trang|chỉnh lý|lưu trữ|lưu giữ|mã hóa|xác thực|đối soát|đối chiếu|rà quét|giám định|kiểm định|kiểm kê" +
    "|kiểm đếm|kiểm điểm|tự rà soát|thường trực|ứng trực|ứng phó|ứng cứu|cứu hộ|di chuyển|sơ tán|neo đậu|phục hồi" +
    "|khôi phục|mua sắm|đấu thầu|đấu giá|nghiệm thu|quyết toán|thanh toán|tạm ứng|ứng trước|cho vay" +
    "|gia hạn|miễn|giảm trừ|tiết kiệm|cắt giảm|đơn giản hóa|rút gọn|liên hệ|liên kết|hợp tác|ký kết|ký cam kết" +
    "|cam kết|tham vấn|lấy ý kiến|góp ý|cho ý kiến|thảo luận|tranh thủ|vận dụng|khuyến nghị|nhắc|nhận diện" +
    "|ngăn ngừa|phòng tránh|tố cáo|phản ánh|tiếp công dân|tiếp xúc|đối thoại|hòa giải" +
    "|trợ giúp|giúp đỡ|chăm lo|thăm hỏi|tặng|tôn vinh|biểu dương|lan tỏa|phát động|hưởng ứng|tập hợp" +
    "|tổng rà soát|tổng vệ sinh|tổng kiểm tra|ra quân|mở rộng|mở đợt|mở chuyên|chấn chỉnh|siết|kiên quyết|kiên trì|cương quyết|mạnh dạn|trước mắt" +
    "|cụ thể hóa|hệ thống hóa|pháp điển|sửa đổi|bãi bỏ|hủy bỏ|đăng|đăng công khai|thông qua|bố cáo|treo|dán|in ấn" +
    "|phát hành|phát sóng|xuất bản|biên tập|viết|đưa tin|đưa vào|ghi nhận|ghi hình|lập biên bản|lập hồ sơ" +
    "|lập danh sách|hoàn tất|đồng bộ|chuẩn hóa|làm sạch|đề cao|quán xuyến|đáp ứng|dự báo|dự trữ|sẵn sàng" +
    "|huấn luyện|diễn tập|tập luyện|canh gác|bảo quản|vận chuyển|phân phối|điều phối|điều hành|điều tiết|điều động" +
    "|điều chuyển|nhận bàn giao|chỉ định|ủy quyền|ủy thác|hủy|lọc|gỡ|xóa|thu gom|dọn dẹp|trồng|chăm sóc|điều trị" +
    "|tiêm|cách ly|xét nghiệm|tính toán|tính đúng|không giải quyết|không cấp|không cho|không tổ chức|không tiếp nhận|không thực hiện|không sử dụng|không bố trí|không ban hành|không cắt|không làm" +
    "|cắt cử|cắt bỏ|cắt tỉa|chằng chống|gia cố|gia cường|rào chắn|cắm chốt|cắm biển|cắm mốc|chốt chặn" +
    "|trực chiến|trực ban|trực gác|túc trực|xuống địa bàn|xuống cơ sở|đi cơ sở|bám địa bàn|bám nắm|xác lập" +
    "|chấm điểm|xếp hạng|xếp loại|bình xét|bình chọn|hậu kiểm|tiền kiểm|lấy mẫu" +
    "|truy xuất|truy thu|truy nã|truy quét|truy bắt|truy tố|đấu nối|quyên góp|ủng hộ|tích trữ" +
    "|cung ứng|bình ổn|kích cầu|bao tiêu|giới thiệu|quảng bá|đỡ đầu|nhận đỡ đầu|trao tặng|tuyên dương" +
    "|vinh danh|nêu gương|phê bình|giải trình|thuyết minh|chứng thực|cảnh giác|đề phòng|bóc gỡ|triệt hạ" +
    "|xóa bỏ|tháo dỡ|phá dỡ|san lấp|nạo vét|khơi thông|tu bổ|tu sửa|tôn tạo|phát dọn|tiêm phòng" +
    "|cứu chữa|sàng lọc|tầm soát|xét duyệt|thẩm tra|thẩm duyệt|chấp thuận|cấp phép" +
    "|cấp phát|cấp đổi|kê biên|phong tỏa|niêm phong|tạm giữ|bàn bạc|trưng dụng|trưng bày|triển lãm" +
    "|trình chiếu|tiếp sóng|tự giác|gỡ vướng|vào cuộc|tăng thời lượng|cơ cấu lại" +
    "|tái cơ cấu|sáp nhập|hợp nhất|chia tách|phân bố|phân khai|phân phát|phân tách|phân nhóm" +
    "|phân kỳ|phân vùng|phân quyền|ủy nhiệm|bảo lưu|bồi thường|bồi hoàn|khấu trừ" +
    "|trích lập|trích chuyển|dành kinh phí|dành quỹ đất|thu xếp|thu hút|thu hoạch|thu nộp|đôn thúc" +
    "|khống chế|dập dịch|dập tắt|phun khử khuẩn|khử khuẩn|thu nhận|tiếp đón|đón tiếp" +
    "|chi trả|chi hỗ trợ|trợ cấp|miễn giảm|giãn|hoãn|lùi|tạm hoãn|mời|mời gọi|kêu cứu" +
    "|cổ vũ|khích lệ|răn đe|cảm hóa|giúp sức|tương trợ|kết hợp|gắn kết|gắn trách nhiệm|gắn biển" +
    "|đính chính|cải chính|bác bỏ|phản bác|phản hồi|hồi đáp|giải thích|làm gương|làm chủ" +
    "|làm giàu|nắm chắc|nắm bắt|nắm tình hình|xây mới|xây cất|rà phá|cởi trói|khơi dậy|khai giảng" +
    "|khai trương|khánh thành|động thổ|khởi công|hoàn công|chạy thử|kiểm thử|sao lưu" +
    "|định danh|liên thông|tra cứu|xác nhận|thừa nhận|ghi danh|nhập liệu|đồng bộ hóa|tự động hóa" +
    "|hiện đại hóa|xã hội hóa|thương mại hóa|đa dạng hóa|minh bạch hóa|lượng hóa|tối ưu|tinh gọn" +
    "|giao đất|thu hồi đất|cho thuê|mời thầu|thuê|thuê khoán|khoán" +
    "|giao khoán|đối chất|bắt quả tang|mật phục|đón lõng|chốt trực|canh phòng|cảnh giới|giữ vững" +
    "|giữ gìn|gìn giữ|bảo hành|duy tu|đo đạc|đo kiểm|dự tính|hoạch định|lượng giá" +
    "|nêu rõ|chỉ rõ|xác định rõ|quy định rõ|phân định rõ|thấm nhuần|noi gương|nghiêm trị" +
    "|xử nghiêm|quy trách nhiệm|kiểm thảo|luân phiên|thuyên chuyển|quyết định cho|quyết định việc|biệt phái|tiếp quản|kế thừa|bàn thảo",
)
/** Words that open an order, but inside a name mean something else. */
const openingActs = words(
  "phòng, chống|phòng chống|sử dụng|chi|thi|in|lấy|nhận|đặt|phát|dạy|gắn|mua|bán|trao|dành|ghi|trực|truyền thông|quy định|thông tin|ra|vào|có" +
    "|phục vụ|bảo hộ|bảo trợ|giáo dục|quy hoạch|thi công|vệ sinh|kiểm dịch|quan trắc|cấp cứu|thiết kế|bảo tồn|kiểm nghiệm|cứu nạn|cứu trợ|dự kiến|làm cơ sở|phòng thủ|thiết kế lại|công nhận|vận hành thử|bảo mật|bảo lãnh|tái định cư|giải phóng mặt bằng|thu mua|đền bù|cơ cấu|nhận thức|học tập" +
    "|cấm|cắm|lên|xuống|chốt|đi|tránh|gọi|bắn|kẻ|vẽ|quét|tỉa|đào|lấp|bơm|xả|trữ|đón|đổi|thay|ghép|tách" +
    "|nhập|bỏ|cắt|chia|phun|lắp|xây|đắp|vớt|nối|nâng|hạ|kéo|đẩy|chống|chấm|mang|đem|về đích|bớt|chạy|chở" +
    "|chọn lọc|coi|dùng|đặt mục tiêu|đo|đóng|ghim|gom|góp|hẹn|hỏi|khám|khen|khoan|khớp|kiểm|lắng nghe|nghe" +
    "|nghỉ|nhân|phạt|phổ cập|quay|rút|sửa|tập|test|thử|thưởng|tiếp|tìm|tính|tra|tự|tưới|ưu đãi|vay|xem|xin" +
    "|xin lỗi",
)
/** After these, such a word is part of a name or of a noun phrase ("công tác kiểm tra", "về xây dựng"). */
const holdsBack = new Set(
  words(
    "về|của|cung|công tác|việc|hoạt động|trong|cho|được|do|và|,|-|chuyên|sự|dự án|cảnh sát|các|những|nhiệm vụ|chức năng|lĩnh vực|từ|tới|đến|theo|không|chưa|đang|đã|sẽ|liên|cấp|đội ngũ|lực lượng|cán bộ|kế hoạch|trung tâm|học viện|tổ chức|quy định|để",
  ),
)

/** Longest words first, so that "ủy ban nhân dân" is found before "ủy ban". */
const index = (list: readonly string[]) => {
  const byStart = new Map<string, string[]>()
  for (const word of list.toSorted((a, b) => b.length - a.length)) {
    const start = word.split(" ", 1)[0] ?? ""
    byStart.set(start, [...(byStart.get(start) ?? []), word])
  }
  return byStart
}
const namedIndex = index(named)
const kindIndex = index(kinds)
const actIndex = index(sureActs)
const openingIndex = index([...sureActs, ...openingActs])
const quantifierIndex = index(quantifiers)

function wordAt(low: string, at: number, from: Map<string, string[]>): string | null {
  const start = /^[\p{L}\d]+/u.exec(low.slice(at, at + 24))?.[0] ?? ""
  for (const word of from.get(start) ?? [])
    if (low.startsWith(word, at) && !/[\p{L}\d]/u.test(low[at + word.length] ?? "")) return word
  return null
}

export const quantifierAt = (low: string, at: number) => wordAt(low, at, quantifierIndex)
export const namedAt = (low: string, at: number) => wordAt(low, at, namedIndex)
export const kindAt = (low: string, at: number) => wordAt(low, at, kindIndex)
/** Nouns that only begin like an act ("giao thông"). */
const nounAt =
  /^(?:giao (?:thông|dịch|diện|thừa|ước)|thu nhập|cấp (?:cứu|bách|thiết)|mở đầu|đồng bộ trưởng)(?!\p{L})/u
/** "tự bảo vệ", "tự tổ chức": any act that one does oneself; "không đưa", "không giao": one that is forbidden. */
export const actAt = (low: string, at: number) =>
  (nounAt.test(low.slice(at, at + 12)) ? null : wordAt(low, at, actIndex)) ??
  (low.startsWith("tự ", at) && wordAt(low, at + 3, actIndex) !== null ? "tự" : null) ??
  (low.startsWith("không ", at) && wordAt(low, at + 6, actIndex) !== null ? "không" : null)
/** At the start of a sentence more words can only be orders. */
export const openingActAt = (low: string, at: number) => wordAt(low, at, openingIndex)
export const holdsBackAct = (word: string) => holdsBack.has(word)
