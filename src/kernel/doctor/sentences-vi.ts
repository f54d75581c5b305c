/** Each finding in Vietnamese, and the sentence that puts it right. */
import { lines, list, type Pair } from "./pair.ts"

export const vi: Readonly<Record<string, Pair>> = {
  "start.keys": {
    said: ({ why }) => `Không mở được vì thiếu khóa: ${why}`,
    remedy: () => "Chép lại thư mục khóa từ bản sao, hoặc đặt LIENPHONG_KEYS đúng chỗ, rồi khởi động lại.",
  },
  "start.nothing": {
    said: ({ why }) => `${why}`,
    remedy: () => "Đặt LIENPHONG_DATA, LIENPHONG_KEYS (và DATABASE_URL nếu có) như của dịch vụ rồi chạy lại.",
  },
  "start.behind": {
    said: ({ why }) => `Cơ sở dữ liệu chưa khớp với chương trình: ${why}`,
    remedy: () => "Sao lưu, rồi chạy bin/lienphong database migrate hoặc khởi động lại chương trình.",
  },
  "start.misconfigured": {
    said: ({ why }) => `${why}`,
    remedy: () => "Sửa các biến môi trường (EnvironmentFile của dịch vụ) như câu trên rồi khởi động lại.",
  },
  "start.full": {
    said: ({ why }) => `Ổ đĩa đã đầy: ${why}`,
    remedy: () => "Giải phóng hoặc thêm dung lượng, rồi khởi động lại.",
  },
  "start.database": {
    said: ({ why }) => `Không mở được cơ sở dữ liệu: ${why}`,
    remedy: () =>
      "Xem PostgreSQL có chạy không và DATABASE_URL (máy, cổng, mật khẩu) có đúng không; với cơ sở dữ liệu kèm theo, xem postgres.log trong thư mục dữ liệu.",
  },
  "setup.not-done": {
    said: () => "Chưa cài đặt cho tỉnh nào: chưa ai dùng được.",
    remedy: () => "Chạy bin/lienphong setup link rồi mở đường dẫn đó.",
  },
  "people.nobody": {
    said: () => "Chưa ai là quản trị và không còn lời mời nào còn hạn: không ai mời được cán bộ.",
    remedy: () => "Chạy bin/lienphong setup invite rồi đưa tận tay đường dẫn mới.",
  },
  "people.awaited": {
    said: () => "Hai người quản trị đầu tiên chưa ai nhận lời mời.",
    remedy: () => "Nhắc họ mở đường dẫn đã nhận; mất đường dẫn thì chạy bin/lienphong setup invite.",
  },
  "numbers.programs-own": {
    said: () => "Người dân đang thấy số điện thoại có sẵn của chương trình, chưa ai đối chiếu.",
    remedy: () => "Nhập số của tỉnh kèm nguồn và người đối chiếu tại /quan-tri/cai-dat/so-dien-thoai.",
  },
  "numbers.unchecked": {
    said: ({ names }) => `Số chưa ai đối chiếu nên không hiện cho người dân: ${list(names)}.`,
    remedy: () =>
      "Đối chiếu từng số với nguồn và ghi tên người đối chiếu tại /quan-tri/cai-dat/so-dien-thoai.",
  },
  "version.old": {
    said: ({ version }) => `PostgreSQL là bản ${version}, chương trình cần bản 18 trở lên.`,
    remedy: () => "Nâng PostgreSQL lên bản 18 rồi khởi động lại.",
  },
  "grants.other": {
    said: ({ n, names }) => `Quyền của ${n} bảng hoặc hàm khác với khai báo: ${list(names)}.`,
    remedy: () =>
      "Xem ai đã cấp hoặc thu hồi quyền bằng tay và trả lại; nếu không rõ, khôi phục từ bản sao lưu vào một cơ sở dữ liệu mới.",
  },
  "search.slow": {
    said: () => "Tìm kiếm sẽ chậm.",
    remedy: () =>
      "Người quản trị cơ sở dữ liệu chạy: alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;",
  },
  "disk.full": {
    said: ({ mb, dir }) => `Ổ đĩa chứa ${dir} chỉ còn ${mb} MB: tin báo có tệp sẽ bị từ chối.`,
    remedy: () => "Giải phóng hoặc thêm dung lượng ngay.",
  },
  "disk.filling": {
    said: ({ mb, dir }) => `Ổ đĩa chứa ${dir} còn ${mb} MB.`,
    remedy: () => "Thêm dung lượng để còn ít nhất 5 GB.",
  },
  "files.missing": {
    said: ({ n, names }) => `Mất ${n} tệp mà dữ liệu vẫn ghi:${lines(names)}`,
    remedy: () => "Chép lại các tệp này từ bản sao lưu (thư mục files).",
  },
  "files.unnamed": {
    said: ({ n, names }) => `Có ${n} tệp đã quá một ngày mà không dữ liệu nào ghi:${lines(names)}`,
    remedy: () => "Tiến trình worker dọn chúng mỗi đêm: kiểm tra xem nó có chạy không.",
  },
  "jobs.gave-up": {
    said: ({ names }) => `Việc nền đã thử hết số lần mà không xong: ${list(names)}.`,
    remedy: () =>
      "Xem nhật ký của tiến trình worker để biết lý do; sửa xong, việc chạy lại vào giờ kế tiếp của nó.",
  },
  "jobs.waiting": {
    said: ({ n }) => `${n} việc nền đã chờ hơn một giờ.`,
    remedy: () => "Kiểm tra tiến trình worker có chạy không; nếu máy quá tải thì thêm bộ xử lý.",
  },
  "jobs.silent": {
    said: ({ since }) =>
      since === "" ? "Tiến trình worker chưa chạy lần nào." : `Tiến trình worker không làm gì từ ${since}.`,
    remedy: () =>
      "Khởi động lại chương trình, hoặc chạy node src/main.ts worker nếu web và worker chạy riêng.",
  },
  "keys.not-copied": {
    said: ({ ids }) => `Khóa chưa sao lưu: ${list(ids)}.`,
    remedy: ({ dir }) => `Chép ${dir} ra nơi khác rồi chạy bin/lienphong keys backed-up.`,
  },
  "keys.same-disk": {
    said: ({ dir }) => `Khóa ở ${dir}, cùng ổ đĩa với dữ liệu: ai lấy được ổ đĩa thì đọc được tất cả.`,
    remedy: () => "Chuyển thư mục khóa sang ổ đĩa khác rồi đặt LIENPHONG_KEYS.",
  },
  "backup.absent": {
    said: ({ dir }) =>
      `Không có thư mục sao lưu ${dir}: ổ đĩa của nó chưa được gắn, hoặc chưa ai tạo thư mục.`,
    remedy: () => "Gắn ổ đĩa (hoặc tạo thư mục), rồi sao lưu ngay bằng bin/lienphong backup THƯ-MỤC-MỚI.",
  },
  "backup.unwritable": {
    said: ({ dir }) => `Không ghi được vào thư mục sao lưu ${dir}.`,
    remedy: () =>
      "Xem ổ đĩa có đầy không, có bị gắn chỉ đọc không, và người dùng chạy chương trình được ghi ở đó không.",
  },
  "backup.same-disk": {
    said: ({ dir }) => `Thư mục sao lưu ${dir} ở cùng ổ đĩa với dữ liệu: hỏng ổ đĩa là mất cả hai.`,
    remedy: () => "Gắn ổ đĩa khác vào đó, hoặc đổi thư mục tại /quan-tri/cai-dat.",
  },
  "backup.full": {
    said: ({ mb, dir }) => `Ổ đĩa sao lưu ${dir} chỉ còn ${mb} MB.`,
    remedy: () => "Giải phóng hoặc thêm dung lượng, hoặc giữ ít bản hơn (LIENPHONG_BACKUP_KEEP).",
  },
  "backup.unset": {
    said: () => "Chưa có sao lưu hằng đêm.",
    remedy: () =>
      "Ghi một thư mục trên ổ đĩa khác tại /quan-tri/cai-dat, hoặc đặt LIENPHONG_BACKUP_DIR rồi khởi động lại.",
  },
  "backup.failed": {
    said: ({ at, why }) => `Lần sao lưu lúc ${at} không thành: ${why}`,
    remedy: () => "Sửa xong thì chạy bin/lienphong backup THƯ-MỤC-MỚI.",
  },
  "backup.old": {
    said: ({ at, dir }) => `Bản sao lưu mới nhất trong ${dir}: ${at === "" ? "chưa có" : at}.`,
    remedy: () =>
      "Kiểm tra tiến trình worker có chạy không; sao lưu ngay bằng bin/lienphong backup THƯ-MỤC-MỚI.",
  },
  "clock.apart": {
    said: ({ seconds }) => `Đồng hồ của máy này và của cơ sở dữ liệu lệch nhau ${seconds} giây.`,
    remedy: () => "Bật đồng bộ giờ (timedatectl set-ntp true) trên cả hai máy.",
  },
  "clock.behind": {
    said: ({ at }) =>
      `Nhật ký đã có mục ghi lúc ${at}, sau giờ của máy này: đồng hồ đang chạy chậm hoặc đã bị vặn lùi.`,
    remedy: () =>
      "Dừng chương trình, bật đồng bộ giờ (timedatectl set-ntp true), kiểm tra ngày giờ rồi khởi động lại.",
  },
  "clock.stands": {
    said: ({ day }) => `Chương trình đang đứng ở ngày ${day} (LIENPHONG_TODAY), không phải ngày thật.`,
    remedy: () => "Bỏ LIENPHONG_TODAY rồi khởi động lại.",
  },
  "days-off.undecided": {
    said: ({ years }) => `Chưa có lịch nghỉ của Nhà nước cho năm ${list(years)}: thời hạn được tạm tính.`,
    remedy: () => "Khi có thông báo, nhập từng ngày tại /quan-tri/lich-nghi; thời hạn được tính lại ngay.",
  },
  "mail.unset": {
    said: () => "Chưa đặt máy chủ thư: nhắc hạn và lời mời chỉ hiện trong chương trình.",
    remedy: () => "Đặt LIENPHONG_SMTP và LIENPHONG_MAIL_FROM rồi khởi động lại.",
  },
  "mail.refused": {
    said: ({ why }) => `Máy chủ thư không nhận: ${why}`,
    remedy: () => "Kiểm tra LIENPHONG_SMTP (địa chỉ, cổng, mật khẩu) và tường lửa.",
  },
  "address.unset": {
    said: () => "Chưa đặt địa chỉ công khai: liên kết trong thư và mã QR không dùng được từ nơi khác.",
    remedy: () => "Đặt LIENPHONG_URL, ví dụ https://lienphong.example, rồi khởi động lại.",
  },
  "address.plain": {
    said: ({ url }) => `Địa chỉ công khai ${url} không mã hóa: ai ở giữa đường cũng đọc được.`,
    remedy: () => "Đặt một máy chủ HTTPS phía trước và đổi LIENPHONG_URL sang https://.",
  },
  "proxy.unbelieved": {
    said: ({ peers }) => `Máy ${list(peers)} gửi X-Forwarded-For mà không được tin.`,
    remedy: () =>
      "Nếu đó là máy chủ trung gian của mình, ghi địa chỉ của nó vào LIENPHONG_PROXIES; nếu không thì bỏ qua.",
  },
  "demo.public": {
    said: () => "Dữ liệu mẫu, với mật khẩu ai cũng biết, đang được mở ở địa chỉ công khai.",
    remedy: () => "Với tỉnh thật: dùng thư mục dữ liệu mới và LIENPHONG_DEMO=0.",
  },
  unknown: {
    said: ({ why }) => `Không kiểm tra được: ${why}`,
    remedy: () => "Sửa nguyên nhân nêu trên rồi chạy lại.",
  },
}
