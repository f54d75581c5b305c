export const doctorPath = "/quan-tri/tinh-trang"
