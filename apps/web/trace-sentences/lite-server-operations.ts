import type { OperationTable } from "./operation-words.ts";

/** Lite Server: single servers, supernodes, and what belongs to them. */
export const liteServerOperations: OperationTable = {
  createServer: { en: ["create", "created", "a Lite Server"], zh: ["创建", "轻量算力节点"] },
  getServer: { en: ["view", "viewed", "a Lite Server"], zh: ["查询", "轻量算力节点"] },
  listServer: { en: ["list", "listed", "all Lite Servers"], zh: ["查询", "所有轻量算力节点列表"] },
  listbyuserServer: {
    en: ["list", "listed", "Lite Servers of a user"],
    zh: ["查询", "用户的轻量算力节点列表"],
  },
  updateServer: { en: ["update", "updated", "a Lite Server"], zh: ["更新", "轻量算力节点"] },
  startServer: { en: ["start", "started", "a Lite Server"], zh: ["启动", "轻量算力节点"] },
  stopServer: { en: ["stop", "stopped", "a Lite Server"], zh: ["停止", "轻量算力节点"] },
  rebootServer: { en: ["reboot", "rebooted", "a Lite Server"], zh: ["重启", "轻量算力节点"] },
  deleteServer: { en: ["delete", "deleted", "a Lite Server"], zh: ["删除", "轻量算力节点"] },
  syncServer: {
    en: ["synchronize the status of", "synchronized the status of", "a Lite Server"],
    zh: ["为轻量算力节点", "同步", "状态"],
  },
  batchactionServer: {
    en: ["perform a batch operation on", "performed a batch operation on", "Lite Servers"],
    zh: ["对轻量算力节点", "执行", "批量操作"],
  },
  getoperationServer: {
    en: ["view an operation on", "viewed an operation on", "a Lite Server"],
    zh: ["在轻量算力节点", "中查询", "操作详情"],
  },
  changeosServer: {
    en: ["change the OS of", "changed the OS of", "a Lite Server"],
    zh: ["为轻量算力节点", "切换", "操作系统"],
  },
  reinstallosServer: {
    en: ["reinstall the OS of", "reinstalled the OS of", "a Lite Server"],
    zh: ["为轻量算力节点", "重装", "操作系统"],
  },
  attachvolumeServer: {
    en: ["attach a disk to", "attached a disk to", "a Lite Server"],
    zh: ["为轻量算力节点", "挂载", "磁盘"],
  },
  detachvolumeServer: {
    en: ["detach a disk from", "detached a disk from", "a Lite Server"],
    zh: ["从轻量算力节点", "卸载", "磁盘"],
  },
  bindpublicipServer: {
    en: ["bind an EIP to", "bound an EIP to", "a Lite Server"],
    zh: ["为轻量算力节点", "绑定", "EIP"],
  },
  listpublicipServer: {
    en: ["list EIPs of", "listed EIPs of", "a Lite Server"],
    zh: ["在轻量算力节点", "中查询", "EIP列表"],
  },
  createjobServer: {
    en: ["create a job on", "created a job on", "a Lite Server"],
    zh: ["在轻量算力节点", "中创建", "任务"],
  },
  getjobServer: {
    en: ["view a job of", "viewed a job of", "a Lite Server"],
    zh: ["在轻量算力节点", "中查询", "任务详情"],
  },
  listjobsServer: {
    en: ["list jobs of", "listed jobs of", "a Lite Server"],
    zh: ["在轻量算力节点", "中查询", "任务列表"],
  },
  updatejobServer: {
    en: ["update a job of", "updated a job of", "a Lite Server"],
    zh: ["在轻量算力节点", "中更新", "任务"],
  },
  deletejobsServer: {
    en: ["delete jobs of", "deleted jobs of", "a Lite Server"],
    zh: ["从轻量算力节点", "中删除", "任务"],
  },
  listflavorsServer: {
    en: ["list", "listed", "Lite Server flavors"],
    zh: ["查询", "轻量算力节点规格列表"],
  },
  listimagesServerImage: {
    en: ["list", "listed", "Lite Server images"],
    zh: ["查询", "轻量算力节点镜像列表"],
  },
  listpluginsPlugin: {
    en: ["list", "listed", "Lite Server plugins"],
    zh: ["查询", "轻量算力节点插件列表"],
  },
  scaleuphyperinstanceServerHyperinstance: {
    en: ["scale up", "scaled up", "a Lite Server supernode"],
    zh: ["扩容", "轻量算力超节点"],
  },
  scaledownhyperinstanceServerHyperinstance: {
    en: ["scale down", "scaled down", "a Lite Server supernode"],
    zh: ["缩容", "轻量算力超节点"],
  },
  createrocenetworkServerRoceNetwork: {
    en: ["create", "created", "a RoCE network"],
    zh: ["创建", "RoCE网络"],
  },
};
