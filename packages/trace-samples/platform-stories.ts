import { buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";

/** Networks: rules, subnets and addresses. */
export function network(scene: Scene): void {
  const { random, site } = scene;
  const { project_id } = site.project;
  const draw = random.int(3);
  const base = { service_type: "VPC", api_version: "2.0" };
  if (draw === 0) {
    const group = random.pickFirst(site.lasting("securityGroup"));
    const rule = {
      direction: "ingress",
      protocol: "tcp",
      port_range_min: random.pick([22, 443, 8080, 8888]),
      remote_ip_prefix: random.pickFirst(["10.0.0.0/8", "124.71.93.0/24", "0.0.0.0/0"]),
    };
    scene.record({
      ...base,
      trace_name: "createSecurityGroupRule",
      resource_type: "securityGroup",
      resource_name: group.name,
      resource_id: group.id,
      request: { security_group_rule: { security_group_id: group.id, ...rule } },
      response: { security_group_rule: { id: random.uuid(), ...rule } },
      code: 201,
    });
    return;
  }
  const resource_type = draw === 1 ? "subnet" : "eip";
  const target = buildResource(random, resource_type, project_id);
  const step = { ...base, resource_type, resource_name: target.name, resource_id: target.id };
  const isCreated = scene.record({
    ...step,
    trace_name: draw === 1 ? "createSubnet" : "createEip",
    request:
      draw === 1
        ? { subnet: { name: target.name, cidr: `10.${random.between(0, 200)}.0.0/24` } }
        : { publicip: { type: "5_bgp" }, bandwidth: { size: 10, share_type: "PER" } },
    response: { id: target.id, status: "ACTIVE" },
    creates: true,
    code: 200,
  });
  if (!isCreated || random.chance(0.4)) return;
  scene.waitForPeople(10, 2000);
  const trace_name = draw === 1 ? "deleteSubnet" : "deleteEip";
  scene.record({ ...step, trace_name, request: "", response: "", code: 204 });
}

/** Images for training jobs are pushed to the registry. */
export function registry(scene: Scene): void {
  const { random } = scene;
  const image = `${random.pick(["pytorch", "mindspore", "vllm", "trainer"])}-env`;
  const base = { service_type: "SWR", api_version: "" };
  scene.record({
    ...base,
    trace_name: "createDockerConfig",
    resource_type: "dockerlogincmd",
    resource_name: "dockerlogincmd",
    resource_id: "",
    request: "",
    response: "",
    code: 200,
  });
  scene.wait(0.2, 5);
  scene.record({
    ...base,
    trace_name: "pushImage",
    resource_type: "imagetag",
    resource_name: `aurora/${image}:v${random.between(1, 60)}`,
    resource_id: random.hex(64),
    request: "",
    response: "",
    code: 201,
  });
}

/** Bucket management. OBS reports the origin of these as `Others`. */
export function bucketAdministration(scene: Scene): void {
  const { random, site } = scene;
  const bucket = random.pickFirst(site.buckets);
  const trace_name = random.pickFirst([
    "listAllMyBucket",
    "setBucketPolicy",
    "setBucketLifecycle",
    "putBucketAcl",
    "getBucketLocation",
  ]);
  const isList = trace_name === "listAllMyBucket";
  scene.record({
    service_type: "OBS",
    trace_name,
    resource_type: "bucket",
    resource_name: isList ? "-" : bucket,
    resource_id: isList ? undefined : bucket,
    request:
      trace_name === "setBucketPolicy"
        ? { Statement: [{ Effect: "Allow", Action: ["GetObject"] }] }
        : "",
    read_only: isList || trace_name.startsWith("get"),
    code: 200,
    more: { trace_type: "Others", user_agent: scene.session.user_agent },
  });
}

/** CTS audits itself: trackers, notifications, look-ups of traces. */
export function auditOfCts(scene: Scene): void {
  const { random, site } = scene;
  const base = { service_type: "CTS", api_version: "v3" };
  const draw = random.int(4);
  if (draw === 0) {
    const smn_topic = `urn:smn:${site.project.region}:${site.project.project_id}:ops`;
    scene.record({
      ...base,
      trace_name: "createNotification",
      resource_type: "notification",
      resource_name: `notify-${random.hex(4)}`,
      resource_id: random.uuid(),
      request: { operation_type: "customized", topic_id: smn_topic },
      response: { status: "enabled" },
      creates: true,
      code: 201,
    });
    return;
  }
  scene.record({
    ...base,
    trace_name: draw === 1 ? "updateTracker" : "listTraces",
    resource_type: draw === 1 ? "tracker" : "trace",
    resource_name: draw === 1 ? "system" : undefined,
    resource_id: draw === 1 ? random.uuid() : undefined,
    request: draw === 1 ? { tracker_name: "system", bucket_name: site.buckets[4] } : "",
    response: "",
    read_only: draw !== 1,
    code: 200,
  });
}
