import type { texts } from "./texts.ts";

/** What the export says in Chinese (simplified). */
export const chinese: typeof texts.english = {
  title: "导出事件",
  loadFailed: "无法加载导出功能，请再次点击“导出”。",
  about: (from, to) => `符合页面筛选条件的全部事件，${from} 至 ${to}，最新的在前。`,
  format: "格式",
  formats: { csv: "CSV", xlsx: "XLSX", ndjson: "NDJSON" },
  formatUses: {
    csv: "用于电子表格和脚本。可能被当作公式执行的内容前会加单引号。",
    xlsx: "用于Excel。所有单元格均为文本，超过1,048,576行时自动增加工作表。",
    ndjson: "用于取证和程序处理。每行一条JSON，事件完整且未经改动。",
  },
  columns: "列",
  asInTable: (count) => `与表格一致（${count}列）`,
  allFields: (count) => `全部字段（${count}列）`,
  times: (zone) => `时间按页面时区显示并标注时区：${zone}。`,
  timesOfWire: "NDJSON始终包含全部字段，时间为1970年以来的毫秒数。",
  action: "导出",
  progress: "导出进度",
  soFar: (count, size) => `已导出${count.toLocaleString("en")}条，${size}`,
  ofTotal: (count, total, size) =>
    `${count.toLocaleString("en")} / ${total.toLocaleString("en")}条，${size}`,
  mayClose: "可以关闭此窗口，导出会继续进行，“导出”按钮上显示进度。",
  cancel: "取消导出",
  close: "关闭",
  another: "重新导出",
  running: (percent) => (percent === undefined ? "…" : `${percent}%`),
  told: (percent) => `已导出${percent}%`,
  complete: "导出完成。",
  cancelled: (count) =>
    `导出${count.toLocaleString("en")}条后已取消。浏览器不会保留该文件，或将其标记为失败。`,
  failed: {
    "broken off": "下载被浏览器或网络中断，已有的文件不完整，请重新导出。",
    "not read": "未能读完全部事件，请重新导出；如再次失败，请查看服务器日志。",
    "too many": "正在进行的导出过多，请稍后重新导出。",
  },
  facts: { file: "文件", traces: "事件数", size: "大小", sha256: "SHA-256" },
  size: (size, bytes) => `${size}（${bytes.toLocaleString("en")}字节）`,
  copyHash: "复制SHA-256",
  copied: "已复制",
  notCopied: "浏览器不允许页面复制，请选中文本后复制。",
  manifest: "保存清单",
  aboutManifest: "清单记录文件的内容：查询条件、事件数和SHA-256。",
};
