/** Words of the list that brings assets in: what it takes, and what is wrong with a file or one of its lines. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

const kindsVi =
  "BTS, cáp quang, tuyến cột, hố cáp, tủ cáp, tổng đài, máy phát điện, ắc quy, dây tiếp địa, máy phát"

export const assetListWords = defineWords({
  vi: {
    title: "Nhập danh sách tài sản",
    how: (lines: string) =>
      `Tệp CSV hoặc Excel, dòng đầu là tên cột: mã, tên, loại, xã; có thể thêm vĩ độ, kinh độ, địa chỉ, tình trạng, mức quan trọng. Nhiều nhất ${lines} dòng một lần. Xem thử trước, chưa ghi gì.`,
    shapes:
      "Tệp bản đồ GeoJSON hoặc KML (Google Earth, QGIS) nhập được cả điểm và tuyến. Mỗi đối tượng cần tên và loại; loại lấy được từ tên thư mục, xã lấy được từ vị trí, thiếu mã thì dùng tên.",
    examples: "Tệp mẫu khác:",
    take: (n: string) => `Nhập ${n} tài sản`,
    took: (n: string) => `Đã nhập ${n} tài sản.`,
    undone: (n: string) => `Đã hoàn tác: bỏ ${n} tài sản. Tài sản đã có sự cố thì ở lại.`,
    thing: "Đối tượng thứ",
    atLine: (line: string, said: string) => `Dòng ${line} của tệp: ${said}`,
    faults: {
      noCode: "thiếu mã",
      noName: "thiếu tên",
      kind: `không rõ loại: ghi như ${kindsVi}`,
      area: "không thấy xã, phường này trong tỉnh: ghi tên hoặc mã xã đang có",
      areaUnsaid: "không rõ thuộc xã, phường nào: ghi thêm xã",
      notNumbers: "tọa độ không đọc được: ghi độ, như 20.7236",
      swapped: "vĩ độ và kinh độ bị đổi chỗ: GeoJSON, KML và WKT ghi kinh độ (102–118) trước",
      notDegrees: "tọa độ không phải độ (có thể là VN-2000, UTM): xuất lại tệp theo WGS 84 (EPSG:4326)",
      elsewhere: "tọa độ nằm ngoài Việt Nam: xem lại số",
      outside: "vị trí nằm ngoài tỉnh: xem lại tọa độ, hoặc báo ở tỉnh có tài sản",
      isArea: "là một vùng: chỉ nhận điểm hoặc tuyến",
      severalParts: "gồm nhiều phần rời: tách mỗi phần thành một đối tượng",
      notALine: "loại này đứng một chỗ mà tệp vẽ thành tuyến: vẽ lại bằng một điểm, hoặc sửa loại",
      notNational: "loại này không phải công trình quan trọng liên quan an ninh quốc gia: chọn mức khác",
      codeTwice: "mã lặp lại trong tệp, hoặc đã có: dùng mã khác",
      tooLong: "mã, tên hay địa chỉ quá dài: rút ngắn",
    },
    troubles: {
      noColumns: "Không thấy đủ bốn cột mã, tên, loại, xã ở dòng đầu",
      noNames: "Không đối tượng nào có tên: thêm thuộc tính tên (name), loại, xã rồi xuất lại",
      zipped: "Tệp KMZ là tệp nén: trong Google Earth chọn lưu thành KML rồi nhập lại",
      entities:
        "Tệp KML có khai báo DOCTYPE hoặc thực thể, có thể gây hại nên không đọc: xuất lại từ Google Earth hoặc QGIS",
      tooDeep: "Tệp lồng quá nhiều tầng: bỏ bớt thư mục lồng nhau rồi xuất lại",
      notShapes: "Tệp không phải tập đối tượng GeoJSON (FeatureCollection) hoặc KML: xuất lại đúng kiểu",
      tooManyFeatures: "Tệp có hơn 1.000 đối tượng: chia ra nhiều tệp, chẳng hạn mỗi xã một tệp",
      tooManyColumns: "Tệp có quá nhiều cột, thuộc tính: bỏ cột không dùng",
      tooManyPoints: "Các tuyến có quá nhiều điểm: chia ra nhiều tệp, hoặc vẽ tuyến thưa hơn",
      unreadable: "Không đọc được tệp này: lưu lại thành CSV, XLSX, GeoJSON hoặc KML",
      unfoldsTooFar: "Tệp này bung ra quá lớn: chia ra nhiều tệp",
      tooLarge: "Tệp quá lớn: CSV, Excel nhiều nhất 2 MB, GeoJSON, KML nhiều nhất 8 MB; chia ra nhiều tệp",
    },
  },
  en: {
    title: "Bring a list of assets in",
    how: (lines) =>
      `A CSV or Excel file whose first line names the columns: mã, tên, loại, xã; vĩ độ, kinh độ, địa chỉ, tình trạng, mức quan trọng may follow. At most ${lines} lines at a time. Look at it first, nothing is written.`,
    shapes:
      "A map file, GeoJSON or KML (Google Earth, QGIS), brings points and lines. Each thing needs a name and a kind; the kind may be the name of its folder, the commune is found by the place, and without a code the name is used.",
    examples: "Other examples:",
    take: (n) => `Take ${n} ${plural(Number(n), "asset", "assets")}`,
    took: (n) => `${n} ${plural(Number(n), "asset was", "assets were")} taken in.`,
    undone: (n) => `Taken back: ${n} ${plural(Number(n), "asset", "assets")}. Those with an incident stay.`,
    thing: "Thing number",
    atLine: (line, said) => `Line ${line} of the file: ${said}`,
    faults: {
      noCode: "no code",
      noName: "no name",
      kind: `kind not known: write ${kindsVi}`,
      area: "no such commune in the province: write the name or code of one that there is",
      areaUnsaid: "in which commune is not known: add the commune",
      notNumbers: "position not readable: write degrees, like 20.7236",
      swapped:
        "latitude and longitude are the wrong way round: GeoJSON, KML and WKT write longitude (102–118) first",
      notDegrees:
        "the position is not in degrees (VN-2000 or UTM, perhaps): export the file as WGS 84 (EPSG:4326)",
      elsewhere: "the position is outside Việt Nam: look at the numbers again",
      outside: "the place is outside the province: correct the position, or tell it where the asset stands",
      isArea: "is an area: only points and lines are taken",
      severalParts: "has several parts: make each a thing of its own",
      notALine: "this kind stands at one place, but is drawn as a line: draw a point, or correct the kind",
      notNational: "this kind is no work of importance for national security: choose another importance",
      codeTwice: "the code is there twice, or already: use another",
      tooLong: "code, name or address too long: shorten it",
    },
    troubles: {
      noColumns: "The four columns mã, tên, loại, xã were not found",
      noNames: "Nothing in the file has a name: add the properties name, kind and commune, and export again",
      zipped: "A KMZ is compressed: save it as KML in Google Earth and bring that",
      entities:
        "The KML declares a DOCTYPE or entities, which may do harm, so it is not read: export it again from Google Earth or QGIS",
      tooDeep: "The file nests too deeply: take out folders within folders and export again",
      notShapes: "The file is no collection of GeoJSON features and no KML: export it as one of these",
      tooManyFeatures: "More than 1,000 things: split the file, by commune for example",
      tooManyColumns: "Too many columns or properties: take out those that are not used",
      tooManyPoints: "The lines have too many points: split the file, or draw the lines more sparsely",
      unreadable: "This file cannot be read: save it as CSV, XLSX, GeoJSON or KML",
      unfoldsTooFar: "This file unfolds too far: split it",
      tooLarge: "Too large: CSV and Excel at most 2 MB, GeoJSON and KML at most 8 MB; split the file",
    },
  },
})
