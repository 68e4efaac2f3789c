namespace LLTP.Hub.Simulators.Demo;

/// <summary>What the program says when it is called without a command.</summary>
static class Usage
{
    public const string Text = """
        lltp-sim – mô phỏng VNeID, hệ thống TTHC, phần mềm LLTP, V06 và Cổng DVCQG để chạy thử trục tích hợp LLTP

          lltp-sim demo    khởi động trục tích hợp và năm hệ thống mô phỏng, chạy hồ sơ qua mười bước
            --dossiers N        số hồ sơ (mặc định 20)
            --faults PHẦN_TRĂM  tỷ lệ yêu cầu gặp lỗi
            --seed N            số gieo ngẫu nhiên
            --report TỆP.json   ghi báo cáo
            --keep              giữ lại thư mục dữ liệu
            --kills N           số lần tắt đột ngột trục tích hợp
            --lltp soap|lgsp    hợp đồng của Phần mềm LLTP
            --profile 570-2024|mps-2026|switch    quy trình; switch: chuyển sang Công an giữa lúc hồ sơ đang xử lý
            --lookup hub|by-hand|in-lltp          nơi tra cứu Công an
            --tthc own|existing hợp đồng của hệ thống TTHC: của trục, hoặc hệ thống hiện có
            --counter PHẦN_TRĂM hồ sơ nộp trực tiếp, không qua VNeID
            --after-issue       thêm quyết định bổ sung, đính chính, thu hồi, hủy bỏ và cấp lại Phiếu
            --scenario TÊN      mọi hồ sơ theo một kịch bản: plain, paper, supplement-by-lltp, …
            --aftermath LOẠI,BÊN,LÚC[,reissue]   một quyết định cho mọi Phiếu: revocation,lltp,before-vneid,reissue
            --journal TỆP.json  ghi những gì từng đối tác báo và nhận, theo thứ tự
            --kill-at ĐIỂM:N,…  trục tự tắt đột ngột tại từng điểm, lần lượt sau mỗi lần khởi động
            --store sqlite|postgres   cơ sở dữ liệu: tệp nhúng (mặc định) hoặc PostgreSQL riêng của lần chạy
            --nodes N           số nút của trục trên PostgreSQL (mặc định 1)
            --kill-every GIÂY   tắt đột ngột lần lượt từng nút theo nhịp
            --database-stops N  số lần dừng PostgreSQL: fast, immediate, kill -9
            --redis on|off      Redis riêng của lần chạy (mặc định on khi có từ hai nút; off: các nút chỉ chung cơ sở dữ liệu)
            --redis-stops N     số lần gây sự cố Redis: xóa sạch, kill -9 rồi chạy lại rỗng, treo 3 giây
            --hub ĐƯỜNG_DẪN     lltp-hub.dll
            --load N            số hồ sơ xử lý đồng thời (mặc định 64)
            --stay              giữ trục tích hợp và mô phỏng chạy sau báo cáo, Ctrl-C để dừng
            --no-dedup          đối tác (trừ VNeID) không nhận ra thông điệp gửi lại: chỉ hỏi lại mới không trùng
            --no-ask            trục tích hợp gửi lại mà không hỏi
          lltp-sim serve [--folder THƯ_MỤC] [--hub URL]    chỉ chạy năm hệ thống mô phỏng, Ctrl-C để dừng

        lltp-sim – simulates VNeID, TTHC, the LLTP software, V06 and DVCQG to try the LLTP hub

          lltp-sim demo    starts the hub and the five simulators and drives dossiers through all ten steps
            --dossiers N  --faults PERCENT  --seed N  --report FILE.json  --keep  --kills N  --lltp soap|lgsp  --hub PATH  --load N
            --profile 570-2024|mps-2026|switch  --lookup hub|by-hand|in-lltp  --tthc own|existing
            --counter PERCENT   dossiers from the counter, without VNeID
            --kill-at POINT:N,…  --store sqlite|postgres  --nodes N  --kill-every SECONDS  --database-stops N
            --redis on|off      a Redis of the trial's own (on with two nodes or more; off: nodes share the database alone)
            --redis-stops N     Redis emptied, killed and back empty, hanging for 3 s, in turn
            --after-issue       decisions about certificates and re-issues are part of the run
            --scenario NAME  --aftermath KIND,BY,WHEN[,reissue] (none|supplement|correction|revocation|cancellation, lltp|tthc,
                                at-once|before-vneid|at-nine|at-end)  --journal FILE.json
            --stay              hub and simulators go on after the report until Ctrl-C
            --no-dedup          partners (but VNeID) do not recognise a repeated message: only asking avoids duplicates
            --no-ask            the hub repeats without asking
          lltp-sim serve [--folder FOLDER] [--hub URL]     runs the five simulators alone until Ctrl-C
        """;
}
