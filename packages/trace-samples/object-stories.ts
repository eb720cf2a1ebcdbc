import type { Scene } from "./scene.ts";

const agents = ["obs-sdk-python-3.24.6", "obs-sdk-java-3.23.9", "moxing/2.2.3", "obsutil/5.5.12"];

/** A burst of reads or writes in a bucket that a data tracker watches. */
export function objectBurst(scene: Scene): void {
  const { random, site } = scene;
  const bucket = random.pickFirst(site.buckets);
  const isWrite = random.chance(0.4);
  const trace_name = isWrite ? "putObject" : random.pick(["getObject", "getObject", "headObject"]);
  const trace_type = random.chance(0.6) ? "ObsSDK" : "ObsAPI";
  const user_agent = random.pickFirst(agents);
  const folder = `run-${random.between(1, 900)}/${isWrite ? "checkpoints" : "shards"}`;
  for (let left = random.between(2, 14), part = 0; left > 0; left -= 1, part += 1) {
    const key = `${folder}/part-${String(part).padStart(5, "0")}.${isWrite ? "ckpt" : "tar"}`;
    scene.record({
      service_type: "OBS",
      trace_name,
      resource_type: "object",
      resource_name: key,
      resource_id: `${bucket}/${key}`,
      operation_id: trace_name,
      request: "",
      response: "",
      read_only: !isWrite,
      risk: 0.03,
      code: 200,
      more: {
        trace_type,
        tracker_name: bucket.includes("train") ? "data-training" : "data-models",
        user_agent,
        content_length: isWrite ? random.between(1000, 900_000_000) : 0,
        total_time: random.between(3, isWrite ? 9000 : 400),
      },
    });
    scene.wait(0.001, 0.3);
  }
}
