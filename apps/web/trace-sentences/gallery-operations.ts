import type { OperationTable } from "./operation-words.ts";

/** AI Gallery and MaaS. */
export const galleryOperations: OperationTable = {
  create_content: {
    en: ["publish", "published", "an AI Gallery asset"],
    zh: ["发布", "AI Gallery资产"],
  },
  modify_content: {
    en: ["modify", "modified", "an AI Gallery asset"],
    zh: ["修改", "AI Gallery资产"],
  },
  add_version: {
    en: ["publish a new version of", "published a new version of", "an AI Gallery asset"],
    zh: ["为AI Gallery资产", "发布", "新版本"],
  },
  subscription_content: {
    en: ["subscribe to", "subscribed to", "an AI Gallery asset"],
    zh: ["订阅", "AI Gallery资产"],
  },
  star_content: { en: ["star", "starred", "an AI Gallery asset"], zh: ["收藏", "AI Gallery资产"] },
  cancel_star_content: {
    en: ["unstar", "unstarred", "an AI Gallery asset"],
    zh: ["取消收藏", "AI Gallery资产"],
  },
  like_content: { en: ["like", "liked", "an AI Gallery asset"], zh: ["点赞", "AI Gallery资产"] },
  cancel_like_content: {
    en: ["unlike", "unliked", "an AI Gallery asset"],
    zh: ["取消点赞", "AI Gallery资产"],
  },
  publish_activity: {
    en: ["publish", "published", "an AI Gallery practice"],
    zh: ["发布", "AI Gallery实践"],
  },
  regist_activity: {
    en: ["sign up for", "signed up for", "an AI Gallery practice"],
    zh: ["报名", "AI Gallery实践"],
  },
  update_user: {
    en: ["modify", "modified", "an AI Gallery profile"],
    zh: ["修改", "AI Gallery个人资料"],
  },
  // MaaS.
  CreateApiKey: { en: ["create", "created", "a MaaS API key"], zh: ["创建", "MaaS API Key"] },
  UpdateApiKey: { en: ["update", "updated", "a MaaS API key"], zh: ["更新", "MaaS API Key"] },
  DeleteApiKey: { en: ["delete", "deleted", "a MaaS API key"], zh: ["删除", "MaaS API Key"] },
  SignDisclaimer: {
    en: ["sign", "signed", "a MaaS service statement"],
    zh: ["签署", "MaaS服务声明"],
  },
  CreateService: {
    en: ["create", "created", "a MaaS inference service"],
    zh: ["创建", "MaaS推理服务"],
  },
  UpdateService: {
    en: ["update", "updated", "a MaaS inference service"],
    zh: ["更新", "MaaS推理服务"],
  },
  DeleteService: {
    en: ["delete", "deleted", "a MaaS inference service"],
    zh: ["删除", "MaaS推理服务"],
  },
  QueryServiceMetrics: {
    en: ["view monitoring data of", "viewed monitoring data of", "a MaaS inference service"],
    zh: ["在MaaS推理服务", "中查询", "监控信息"],
  },
  UpdateModeration: {
    en: ["update the risk control of", "updated the risk control of", "a MaaS inference service"],
    zh: ["为MaaS推理服务", "更新", "风控设置"],
  },
  ActivateModelServices: {
    en: ["subscribe to", "subscribed to", "a MaaS model service"],
    zh: ["开通", "MaaS模型服务"],
  },
  ListUserInferV2ServicesByRegions: {
    en: ["list", "listed", "new-version real-time services"],
    zh: ["查询", "新版在线服务列表"],
  },
  CreateCustomEndpoint: {
    en: ["create", "created", "a MaaS endpoint"],
    zh: ["创建", "MaaS接入点"],
  },
  ControlCustomEndpoint: {
    en: ["start or stop", "started or stopped", "a MaaS endpoint"],
    zh: ["启动或停止", "MaaS接入点"],
  },
  UpdateCustomEndpoint: {
    en: ["update", "updated", "a MaaS endpoint"],
    zh: ["更新", "MaaS接入点"],
  },
};
