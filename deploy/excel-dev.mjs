/**
 * `npm run excel`: serves the pane over https on port 3000, where manifest.xml looks for it, builds
 * anew after every change, and says how to load the add-in into Excel. What is missing on this machine
 * is said in one sentence.
 */
import { createServer } from 'node:net';

const PORT = 3000;

const HOW_TO = `
Bảng Thi đua khối chạy tại https://localhost:${String(PORT)}/taskpane.html (Ctrl+C để dừng).

Nạp vào Excel bằng tệp manifest.xml ở thư mục gốc:
  Excel trên web   Trang đầu › Phần bổ trợ › Phần bổ trợ khác › Tải lên phần bổ trợ của tôi › chọn manifest.xml.
                   Mở địa chỉ trên một lần trong cùng trình duyệt và chấp nhận chứng chỉ.
  Windows          Chép manifest.xml vào một thư mục chia sẻ; Tệp › Tùy chọn › Trung tâm tin cậy › Danh mục phần bổ trợ
                   tin cậy: thêm thư mục ấy, đánh dấu Hiện trong Menu; khởi động lại Excel; Trang đầu › Phần bổ trợ › Thư mục dùng chung.
  macOS            Chép manifest.xml vào ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef rồi khởi động lại Excel.

In English: load manifest.xml through Home › Add-ins › More Add-ins › Upload My Add-in (web), a trusted shared
folder (Windows) or the wef folder (macOS). Guide: docs/trien-khai-excel.md
`;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

await new Promise((resolve) => {
  const trial = createServer();
  trial.once('error', () =>
    stop(
      `Cổng ${String(PORT)} đang bận: dừng chương trình đang dùng cổng ấy rồi chạy lại. (Port ${String(PORT)} is in use: stop what uses it and try again.)`,
    ),
  );
  trial.listen(PORT, 'localhost', () => {
    trial.close(resolve);
  });
});

/** Trusted by Excel on Windows and macOS; elsewhere webpack-dev-server signs one for itself. */
async function certificate() {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return {};
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return getHttpsServerOptions();
}

const options = await certificate().catch((error) =>
  stop(
    `Chưa cài được chứng chỉ cho localhost (${error.message}): chạy lại và đồng ý khi máy hỏi. (The certificate for localhost could not be installed: try again and agree when asked.)`,
  ),
);
const [{ default: webpack }, { default: WebpackDevServer }, { default: makeConfig }] = await Promise.all([
  import('webpack'),
  import('webpack-dev-server'),
  import('../webpack.config.js'),
]).catch((error) => stop(`Thiếu gói ${error.message}: chạy npm ci trước. (A package is missing: run npm ci first.)`));

const app = makeConfig({}, { mode: 'development' }).find(({ name }) => name === 'app');
const server = new WebpackDevServer(
  {
    port: PORT,
    host: 'localhost',
    server: { type: 'https', options },
    hot: false,
    client: { overlay: false },
    static: false,
  },
  webpack(app),
);
await server.start();
console.log(HOW_TO);
