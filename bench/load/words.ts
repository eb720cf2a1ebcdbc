import type { Random } from "@trace-console/trace-samples/random";

const starts = "al be cor den el fin gra hol in jun kes lan mor nor op pre qua ret sol tur".split(
  " ",
);
const middles = "a bi do en fe li mo na os pi ra su ti ul ver".split(" ");
const ends = "ber con dor est fic gle ment ning ous per rix sal ter tion ven zed".split(" ");
const common = (
  "training baseline with rerun after the data fix nightly regression run do not delete batch size " +
  "learning rate for review keep checkpoint only model evaluation dataset notebook pool quota migrate " +
  "temporary test release candidate customer acceptance rollback cleanup experiment distributed"
).split(" ");

const chineseStarts = "第二轮 本周 临时 客户 夜间 新版 正式 重新 批量 紧急".split(" ");
const chineseTopics =
  "质检缺陷检测 语音识别 票据识别 推荐排序 遥感图像分割 客服大模型 数据标注 模型评估 资源池 学习率".split(
    " ",
  );
const chineseEnds = "训练 验收 对比实验 调整 上线 回滚 清理 扩容 测试 评审".split(" ");

/** How many different words descriptions are written with. */
const wordCount = 4_000;

/** The words of descriptions, the commonest first. */
export function buildWords(): string[] {
  const words = new Set(common);
  for (let index = 0; words.size < wordCount; index += 1) {
    // A step prime to the number of combinations visits each of them once.
    const place = (index * 1_009) % (starts.length * middles.length * ends.length);
    const start = starts[place % starts.length] ?? "";
    const rest = Math.floor(place / starts.length);
    const middle = middles[rest % middles.length] ?? "";
    words.add(start + middle + (ends[Math.floor(rest / middles.length)] ?? ""));
  }
  return [...words];
}

/** What somebody types into a description field: three to eight words, or a Chinese phrase. */
export function describe(random: Random, words: readonly string[]): string {
  if (random.chance(0.2)) return describeInChinese(random);
  let text = random.pickFirst(words);
  for (let left = random.between(2, 7); left > 0; left -= 1) text += ` ${random.pickFirst(words)}`;
  return text;
}

/** A phrase such as 临时模型评估上线: one of a thousand. */
export function describeInChinese(random: Random): string {
  return random.pick(chineseStarts) + random.pick(chineseTopics) + random.pick(chineseEnds);
}
