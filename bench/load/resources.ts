import type { Random } from "@trace-console/trace-samples/random";
import { mix } from "./draw.ts";
import { uuidText } from "./hex-text.ts";

/** How many different resources the load has. */
const resourceCount = 400_000;

const subjects = "defect chat ocr speech recsys segmentation forecast vision llm risk".split(" ");
const networks =
  "resnet50 yolov8 vit-large qwen2.5-14b llama3-8b deepseek-r1-distill pangu-ocr crnn whisper-small conformer deepfm unet informer patchtst".split(
    " ",
  );
const kinds = "train eval finetune service notebook data pool node cache image".split(" ");
const chinese = ["质检缺陷检测", "语音识别", "票据识别", "推荐排序", "遥感图像分割", "客服大模型"];

export interface LoadResource {
  readonly name: string;
  readonly id: string;
}

/** The resource of this type and rank: made from the two numbers, so that none need be kept. */
function buildResource(type: number, rank: number): LoadResource {
  const first = mix(type, rank);
  const second = mix(first, rank);
  const third = mix(second, type);
  const fourth = mix(third, first);
  const id =
    type % 4 === 3
      ? uuidText(first, second, third, fourth, true)
      : uuidText(first, (second & ~0xf000) | 0x4000, (third & 0x3fff_ffff) | 0x8000_0000, fourth);
  const kind = kinds[first % kinds.length] ?? "";
  const name =
    second % 12 === 0
      ? `${chinese[third % chinese.length]}-${kind}-${rank}`
      : `${subjects[second % subjects.length]}-${networks[third % networks.length]}-${kind}-${rank}`;
  return { name, id };
}

/**
 * Draws resources of a type: 400,000 in all, shared out to the types by how often each is operated
 * on; within a type by Zipf's law.
 *
 * @param shares of each type, together 1
 */
export function drawResources(
  shares: readonly number[],
): (random: Random, type: number) => LoadResource {
  // The exponents of the law, so that a draw is one power.
  const spans = shares.map((share) => Math.log(1 + Math.max(3, Math.round(share * resourceCount))));
  return (random, type) => {
    const rank = Math.exp((spans[type] ?? 1) * (random.uint32() / 4_294_967_296));
    return buildResource(type, Math.floor(rank));
  };
}
