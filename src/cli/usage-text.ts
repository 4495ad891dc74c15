/** What `thidua --help` prints. */
export function usageText(): string {
  return `thidua – chấm điểm, xếp hạng, đề nghị khen thưởng của khối thi đua

  thidua evaluate FILE [--json]            đọc, kiểm tra, xếp hạng, phân bổ hình thức khen thưởng
  thidua write FILE [-o OUT] [--allow-errors] [--no-totals] [--other-names]
                                           tính và ghi các sheet kết quả; không có -o thì thay FILE
                                           an toàn, bản cũ giữ ở FILE.bak
  thidua new --regulation ID --units LIST -o OUT.xlsx
                                           sổ mẫu mới; LIST là tệp mỗi dòng một đơn vị, hoặc "A; B; C"
  thidua new --from FILE -o OUT.xlsx       sổ của năm sau
  thidua diff OLD NEW                      những gì đã đổi và hệ quả với tổng điểm, hạng, khen thưởng
  thidua check PATH… [--standard FILE|ID] [--format text|json|ndjson|html|xlsx] [-o OUT]
               [--blocs LIST] [--limit MÃ=SỐ] [--shard i/n] [--threads N]
                                           thẩm định nhiều sổ: đối chiếu với bộ chuẩn, với danh sách
                                           khối (mỗi dòng "Tên khối | đơn vị; đơn vị"), với giới hạn
  thidua explain FILE --unit MÃ [--award MÃ]
                                           lý do của từng kết quả

  --lang vi|en                             ngôn ngữ (mặc định vi)

Mã thoát: 0 không có lỗi; 1 có lỗi trong sổ; 2 không chạy được.
`;
}
