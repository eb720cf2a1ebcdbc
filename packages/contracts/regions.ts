/** A region of the cloud as the console names it; `name_zh` only where the vendor's pages show one. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly name_zh?: string;
}

/** The regions with a CTS endpoint (the vendor's SDK and endpoint pages). */
export const regions: readonly Region[] = [
  { id: "cn-north-4", name: "CN North-Beijing4", name_zh: "华北-北京四" },
  { id: "cn-north-1", name: "CN North-Beijing1", name_zh: "华北-北京一" },
  { id: "cn-north-2", name: "CN North-Beijing2" },
  { id: "cn-north-9", name: "CN North-Ulanqab1", name_zh: "华北-乌兰察布一" },
  { id: "cn-north-12", name: "CN North3" },
  { id: "cn-east-3", name: "CN East-Shanghai1", name_zh: "华东-上海一" },
  { id: "cn-east-2", name: "CN East-Shanghai2", name_zh: "华东-上海二" },
  { id: "cn-east-4", name: "CN East2 (Wuhu)" },
  { id: "cn-east-5", name: "CN East-Qingdao" },
  { id: "cn-south-1", name: "CN South-Guangzhou", name_zh: "华南-广州" },
  { id: "cn-south-2", name: "CN South-Shenzhen" },
  {
    id: "cn-south-4",
    name: "CN South-Guangzhou-InvitationOnly",
    name_zh: "华南-广州-友好用户环境",
  },
  { id: "cn-southwest-2", name: "CN Southwest-Guiyang1", name_zh: "西南-贵阳一" },
  { id: "ap-southeast-1", name: "CN-Hong Kong", name_zh: "中国-香港" },
  { id: "ap-southeast-2", name: "AP-Bangkok", name_zh: "亚太-曼谷" },
  { id: "ap-southeast-3", name: "AP-Singapore", name_zh: "亚太-新加坡" },
  { id: "ap-southeast-4", name: "AP-Jakarta", name_zh: "亚太-雅加达" },
  { id: "ap-southeast-5", name: "AP-Manila" },
  { id: "my-kualalumpur-1", name: "AP-Kuala Lumpur-OP6" },
  { id: "af-south-1", name: "AF-Johannesburg", name_zh: "非洲-约翰内斯堡" },
  { id: "af-north-1", name: "AF-Cairo" },
  { id: "me-east-1", name: "ME-Riyadh", name_zh: "中东-利雅得" },
  { id: "tr-west-1", name: "TR-Istanbul", name_zh: "土耳其-伊斯坦布尔" },
  { id: "eu-west-0", name: "EU-Paris" },
  { id: "eu-west-101", name: "EU-Dublin" },
  { id: "la-north-2", name: "LA-Mexico City2", name_zh: "拉美-墨西哥城二" },
  { id: "na-mexico-1", name: "LA-Mexico City1", name_zh: "拉美-墨西哥城一" },
  { id: "sa-brazil-1", name: "LA-Sao Paulo1", name_zh: "拉美-圣保罗一" },
  { id: "la-south-2", name: "LA-Santiago", name_zh: "拉美-圣地亚哥" },
];

/** The region with this id; one that is not in the list is named by its id. */
export function regionById(id: string): Region {
  return regions.find((region) => region.id === id) ?? { id, name: id };
}
