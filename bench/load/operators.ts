import type { TraceUser } from "@trace-console/contracts/trace";
import type { Random } from "@trace-console/trace-samples/random";

/** Who acts, with the JSON text of `user` ready, so that a trace need not write it anew. */
export interface LoadOperator {
  readonly user: TraceUser;
  /** `"user":{…}`, as it stands in the wire. */
  readonly userJson: string;
  /** Programs call the API only; people mostly use the console. */
  readonly isProgram: boolean;
  readonly addresses: readonly string[];
  readonly user_agent: string;
}

/** How many different operators the load has. */
const operatorCount = 5_000;

const family = [
  ..."li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo".split(
    " ",
  ),
  ..."keller dubois rossi nair mehta murphy fischer lindqvist tanaka novak".split(" "),
];
const given = [
  ..."wei fang min jing yang lei qiang na peng hao yue xin chao dan jia kai ting bing".split(" "),
  ..."anna marc sofia priya rahul jonas elena tomas yuki sean".split(" "),
];
const chineseFamily = Array.from("李王张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗");
const chineseGiven = ["伟", "芳", "敏", "静", "晓明", "强", "磊", "军", "洋", "艳", "勇", "佳怡"];
const programs = ["svc-mlops-pipeline", "ci-training", "svc-data-sync", "svc-model-serving"];
const agencies = ["modelarts_agency", "ma_agency_mlops", "delegated-ops", "op_svc_cce"];
const agents = [
  "huaweicloud-usdk-python/3.1.115",
  "huaweicloud-usdk-python/3.1.148",
  "modelarts-sdk-python/1.4.19",
  "terraform-provider-huaweicloud/1.71.0",
  "python-requests/2.32.3",
];

function buildName(random: Random, index: number): { name: string; isProgram: boolean } {
  const serial = Math.floor(index / 10);
  if (index % 10 === 0) return { name: `${random.pick(programs)}-${serial}`, isProgram: true };
  if (index % 10 === 5) return { name: `${random.pick(agencies)}/${serial}`, isProgram: true };
  if (index % 10 === 7) {
    const name = random.pick(chineseFamily) + random.pick(chineseGiven) + index;
    return { name, isProgram: false };
  }
  return { name: `${random.pick(given)}.${random.pick(family)}${index}`, isProgram: false };
}

/** The operators of the account `domain`, the busiest first. */
export function buildOperators(
  random: Random,
  domain: { readonly name: string; readonly id: string },
): LoadOperator[] {
  return Array.from({ length: operatorCount }, (_, index) => {
    const { name, isProgram } = buildName(random, index);
    const id = random.hex(32);
    // Two forms of `user` are seen: the long one of 2024 and the short one before it.
    const user: TraceUser = random.chance(0.65)
      ? { domain, name, id }
      : {
          access_key_id: `${isProgram ? "HPUA" : "HSTA"}${random.alphanumeric(16)}`,
          account_id: domain.id,
          user_name: name,
          domain,
          name,
          principal_is_root_user: "false",
          id,
          principal_urn: `iam::${domain.id}:user:${name}`,
          type: "User",
          principal_id: id,
          ...(isProgram ? {} : { invoked_by: ["service.console"] }),
        };
    return {
      user,
      userJson: `"user":${JSON.stringify(user)}`,
      isProgram,
      addresses: Array.from(
        { length: 3 },
        () =>
          `${random.pick(["124.71.93", "139.159.208", "62.156.151"])}.${random.between(2, 250)}`,
      ),
      user_agent: random.pick(agents),
    };
  });
}
