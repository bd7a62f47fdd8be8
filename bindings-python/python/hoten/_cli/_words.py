"""Words of the command line, in Vietnamese and English."""

from __future__ import annotations

from typing import Literal

_WORDS = {
    "about": ("Làm sạch và tìm hồ sơ trùng của người dân.", "Cleans and deduplicates resident records."),
    "blind": ("giấu điểm khi hỏi", "hide the score"),
    "browser": ("hỏi trong trình duyệt", "ask in a browser"),
    "check": ("kiểm tra từng hồ sơ của một bảng", "check every record of a table"),
    "clusters": ("nhóm trùng", "clusters of two or more"),
    "column": ("chỉ ra cột của một trường: full_name=hoten", "name the column of a field: full_name=hoten"),
    "columns": ("Cột đã dùng", "Columns used"),
    "count": ("số cặp", "how many pairs"),
    "dedupe": ("tìm các hồ sơ của cùng một người", "find the records of one person"),
    "errors": ("hồ sơ có lỗi", "records with errors"),
    "field": ("giá trị cần tìm của một trường", "a field to search by"),
    "file": ("tệp CSV, xlsx, xls, ods hoặc Parquet", "a CSV, xlsx, xls, ods or Parquet file"),
    "findings": ("điều cần xem lại", "findings"),
    "ignore": ("không nói về mã này", "say nothing of this code"),
    "ignored": ("cột không dùng", "not used"),
    "index": ("chỉ mục, hoặc tệp để lập chỉ mục", "an index, or a file to build one from"),
    "json": ("in kết quả dạng JSON", "print JSON"),
    "judgements": ("tệp CSV các kết luận: left_id, right_id, verdict", "a CSV of judgements: left_id, right_id, verdict"),
    "judged": ("cặp đã kết luận", "pairs judged"),
    "lang": ("ngôn ngữ; mặc định theo máy", "language; by default that of the locale"),
    "left": ("tệp thứ nhất", "the first file"),
    "limit": ("số kết quả", "how many hits"),
    "link": ("tìm người có trong cả hai bảng", "find the persons that two tables have in common"),
    "matched": ("cặp trùng", "pairs matched"),
    "mode": ("mỗi hồ sơ có thể có mấy bạn ghép", "how many partners a record may have"),
    "model": ("tệp mô hình JSON", "a file of a model"),
    "name": ("họ và tên cần tìm", "the full name to search for"),
    "none": ("Không tìm thấy ai.", "Nobody was found."),
    "out": ("thư mục để ghi báo cáo", "folder for the report"),
    "possible": ("giữ các cặp từ xác suất này", "keep pairs from this probability on"),
    "records": ("hồ sơ", "records"),
    "review": ("kết luận từng cặp: y giống, n khác, u chưa rõ", "judge pairs: y same, n different, u unsure"),
    "right": ("tệp thứ hai", "the second file"),
    "save": ("thư mục để lưu toàn bộ kết quả", "folder to save the whole result in"),
    "saved": ("kết quả đã lưu, hoặc tệp để chạy", "a saved result, or a file to run on"),
    "search": ("tìm một người", "search for a person"),
    "sheet": ("tên trang tính", "name of the sheet"),
    "stopped": ("đã dừng theo yêu cầu", "stopped as asked"),
    "suggest": ("cặp cần người xem", "pairs for a person to look at"),
    "threshold": ("ghép các cặp từ xác suất này", "join pairs from this probability on"),
    "title": ("tên ghi trên báo cáo", "title of the report"),
    "today": ("ngày kiểm tra, như 2026-11-22", "the day of the check, such as 2026-11-22"),
    "truth": ("tệp nhãn: mã hồ sơ, người", "a file of record ids and persons"),
    "unmask": ("hiện tên và số trong báo cáo", "show names and numbers in the report"),
    "written": ("Đã ghi vào", "Written to"),
}


class Words:
    """The words in one language."""

    def __init__(self, lang: str) -> None:
        self.lang: Literal["en", "vi"] = "vi" if lang == "vi" else "en"

    def __call__(self, name: str) -> str:
        vietnamese, english = _WORDS[name]
        return vietnamese if self.lang == "vi" else english
