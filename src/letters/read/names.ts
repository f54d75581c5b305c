/** Names of bodies by their words: those that begin one, those that go on with it, those that only seem to. */

/** A body's first words and where they stand: "các Sở", "UBND", "Giám đốc". */
export type Head = { quantifier: string | null; word: string; isNamed: boolean; from: number; to: number }

/** Small words that are bodies only after "các", in a list, or with a capital. */
export const smallKinds =
  /^(?:hộ kinh doanh|hộ dân|người dân|nhân dân|công dân|nhà trường|cán bộ|công chức|viên chức|trưởng thôn|bí thư|hội viên|đoàn viên|đảng viên|người lao động|phóng viên|chi nhánh|điểm|đại lý|tổ|đội|đoàn|ban|bộ|vụ|cục|phòng|mạng|cấp ủy|ngành|xã|chủ)$/

/** Words that are names of bodies only with a capital ("Hội", "Báo"; not "hội nghị", "báo cáo"). */
export const capitalOnly =
  /^(?:báo|hội|đài|viện|trường|trung ương|giám|chánh|kiểm toán|thường trực|trưởng|điện lực|viễn thông|truyền hình cáp|thanh tra|tạp chí|trạm|thuế|xí nghiệp|nhà máy|chi bộ|đảng bộ|chi đoàn)$/

/** Bodies only when there are several of them: "các tỉnh", "mỗi phường", "những nơi". */
export const manyOnly =
  /^(?:phương tiện thông tin|phương tiện truyền thông|cấp|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|nơi|hộ|ấp|khóm|thôn|bản|làng|buôn|bon|khu phố|tổ dân phố|ông|ông, bà|ông bà|nhà cung cấp)$/

/** Words that only begin like a body's name. */
export const notBody =
  /^(?:thanh tra(?!$|[:;]| (?:tỉnh|sở|bộ|huyện|thành phố|chính phủ|nhà nước|giao thông|chuyên ngành))|lãnh đạo(?:,| (?:chỉ đạo|thực hiện|công tác))|thường trực (?:\d|tại)|thuế (?!tỉnh|thành phố|cơ sở|các |khu vực|xã|phường|huyện)|trường hợp|hội (?:nghị|thảo|thi|chợ|họp)|báo (?:cáo|ngay|cho|tin|động|trước|gấp|kịp thời|với)|viện (?:trợ|dẫn)|ban hành|đoàn kết|cục bộ|đội ngũ|phòng (?:ngừa|chống|tránh|cháy|,)|mạng (?:lưới|xã hội)|chủ (?:trương|trì|động|yếu|đề)|cơ sở (?:dữ liệu|hạ tầng|vật chất|pháp lý|đó)|bộ (?:phận chuyên môn|luật|quy tắc|tiêu chí|thủ tục|chỉ số)|tổ chức thực hiện|hộ (?:nghèo|cận)|vụ (?:việc|án)|tổ hợp|điểm (?:nghẽn|đến|mới|nóng|nhấn|[a-zđ] ))/

export const compound =
  /^(?:kế hoạch và đầu tư|thông tin và truyền thông|khoa học và công nghệ|giáo dục và đào tạo|nông nghiệp và (?:phát triển nông thôn|môi trường)|tài nguyên và môi trường|lao động[\s,-]{1,3}thương binh và xã hội|văn hóa, thể thao và du lịch|văn hóa - thể thao và du lịch|dân tộc và tôn giáo|bưu chính, viễn thông)/

/** Fields whose name has no comma: where "Sở" or "Bộ" and such a name end, what is asked begins. */
export const fields =
  /^(?:kế hoạch và đầu tư|thông tin và truyền thông|khoa học và công nghệ|giáo dục và đào tạo|nông nghiệp và (?:phát triển nông thôn|môi trường)|tài nguyên và môi trường|lao động - thương binh và xã hội|văn hóa, thể thao và du lịch|văn hóa và thể thao|dân tộc và tôn giáo|giao thông vận tải|quy hoạch - kiến trúc|công thương|tài chính|xây dựng|nội vụ|ngoại vụ|ngoại giao|tư pháp|y tế|du lịch|quốc phòng|công an)(?=\s)/

export const goesOnName =
  /^(?:và|các|của|thuộc|trên|ở|tại|cấp|tỉnh|huyện|thành phố|thị|xã|phường|quận|khu|đặc khu|liên quan|có liên quan|nêu|trong|để|theo|về|với|là|hoặc|cùng|trực thuộc|thủ đô)(?!\p{L})/u

/** Words of two syllables whose second alone would be an act: "nhóm trẻ độc lập", "cơ quan đăng ký đầu tư". */
export const halves = new Set([
  ...[
    "độc lập",
    "công lập",
    "dân lập",
    "tư lập",
    "cô lập",
    "trung lập",
    "quốc lập",
    "thành lập",
    "đăng ký",
    "thư ký",
    "chữ ký",
  ],
  ...[
    "ngoại giao",
    "trung cấp",
    "sơ cấp",
    "cao cấp",
    "thứ cấp",
    "trợ cấp",
    "công trình",
    "chương trình",
    "quy trình",
  ],
  ...["lịch trình", "hành trình", "doanh thu", "nguồn thu", "gia tăng", "nhật ký", "tổng thu"],
])

/** Words that end a name without being what is asked. */
export const purpose =
  /^(?:để|nhằm|theo(?! dõi)|khi|trong (?:việc|công tác|quá trình|thời gian|phạm vi|quý|tháng)|đã|sẽ)(?= )/

export const sureAct =
  /^(?:chủ trì|phối hợp với|cần(?= )|phải(?= )|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|căn cứ|chủ động|khẩn trương|nghiêm túc|tiếp tục|tăng cường|đẩy mạnh|kịp thời|thường xuyên)/

/** After "cơ quan", "đơn vị" these say what kind of body it is ("cơ quan quản lý nhà nước"). */
export const weak =
  /^(?:quản lý|tổ chức|thực hiện(?! (?:nghiêm|tốt|các|một số|nhiệm vụ|nội dung|theo|đúng|việc|đồng bộ))|kiểm tra|giám sát|thanh tra|xây dựng|thẩm định|cung cấp|xử lý|phối hợp(?! (?:với|để|chặt chẽ))|hỗ trợ|đào tạo|bảo vệ|nghiên cứu|kiểm soát|tiếp nhận|ban hành|cấp|thu|chuyển|đăng ký|truyền thông|điều tra|vận hành|sử dụng|khai thác|đầu tư)(?!\p{L})/u
