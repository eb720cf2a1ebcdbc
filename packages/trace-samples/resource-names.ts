import type { Random } from "./random.ts";

/** What is worked on, with networks and stages that fit it; the busiest first. */
const topics = [
  { subject: "defect", networks: ["resnet50", "yolov8", "vit-large"], stages: ["train", "eval"] },
  {
    subject: "chat",
    networks: ["qwen2.5-14b", "llama3-8b", "deepseek-r1-distill"],
    stages: ["sft", "pretrain", "dpo", "eval"],
  },
  { subject: "ocr", networks: ["pangu-ocr", "crnn"], stages: ["train", "finetune"] },
  { subject: "speech", networks: ["whisper-small", "conformer"], stages: ["finetune", "eval"] },
  { subject: "recsys", networks: ["deepfm", "din"], stages: ["train"] },
  { subject: "segmentation", networks: ["unet", "mask-rcnn"], stages: ["train", "finetune"] },
  { subject: "forecast", networks: ["informer", "patchtst"], stages: ["train", "eval"] },
] as const;

const chinese = ["质检缺陷检测", "语音识别", "票据识别", "推荐排序", "遥感图像分割", "客服大模型"];

const endings = {
  algorithm: ["algo", "algorithm", "trainer"],
  experiment: ["ablation", "lr-sweep", "baseline", "exp"],
  dataset: ["dataset", "labels", "corpus", "samples"],
  notebook: ["notebook", "dev", "lab"],
  model: ["model", "om", "onnx"],
  service: ["service", "infer", "online"],
  image: ["image", "env"],
  liteServer: ["lite", "bms"],
  server: ["ecs", "jump", "runner"],
  volume: ["volume", "data"],
  vpc: ["vpc"],
  workforce: ["labellers", "reviewers"],
} as const;

export type NameKind = keyof typeof endings;

const chineseEndings: Readonly<Record<NameKind, string>> = {
  algorithm: "算法",
  experiment: "对比实验",
  dataset: "数据集",
  notebook: "开发环境",
  model: "模型",
  service: "在线服务",
  image: "镜像",
  liteServer: "节点",
  server: "服务器",
  volume: "磁盘",
  vpc: "网络",
  workforce: "标注团队",
};

/** A name that somebody would give a resource of this kind; about one in twelve is Chinese. */
export function buildName(random: Random, kind: NameKind): string {
  const number = random.between(1, 99);
  if (random.chance(0.08)) return `${random.pick(chinese)}-${chineseEndings[kind]}-${number}`;
  const { subject, networks } = random.pickFirst(topics);
  return `${subject}-${random.pickFirst<string>(networks)}-${random.pick<string>(endings[kind])}-${number}`;
}

/** A name for a training job; now and then Chinese, now and then the console's own `job-4f2a`. */
export function buildJobName(random: Random): string {
  const draw = random.int(100);
  if (draw < 7) return `${random.pick(chinese)}-训练-${random.between(1, 60)}`;
  if (draw < 17) return `job-${random.hex(4)}`;
  const { subject, networks, stages } = random.pickFirst(topics);
  const network = random.pickFirst<string>(networks);
  return `${random.pickFirst<string>(stages)}-${network}-${subject}-${random.between(1, 400)}`;
}

/** A sentence that somebody would type into a description field; often empty. */
export function buildDescription(random: Random): string {
  return random.pickFirst([
    "",
    "baseline with augmented samples",
    "第二轮训练，调整学习率",
    "rerun after data fix",
    "nightly regression run, do not delete",
    "对比上周的结果；batch size 256 → 512",
    'as agreed in the review: keep "best" checkpoint only',
    "Testlauf für die Abnahme – bitte nicht löschen",
  ]);
}
