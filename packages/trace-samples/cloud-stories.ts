import { buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

// Services around ModelArts, so that filters by trace source mean something.

/** Somebody signs in to the console, and mostly out again. IAM is global. */
export function signInAndOut(scene: Scene): void {
  const { random } = scene;
  const { identity } = scene.session;
  const mode = identity.kind === "federated" ? "federation" : "password";
  const user_type = identity.kind === "root" ? "domain owner" : "iam user";
  const login_protect = random.chance(0.6) ? { status: "off" } : { status: "on", type: "vmfa" };
  const base = {
    service_type: "IAM",
    event_type: "global",
    resource_type: "user",
    resource_name: identity.name,
    resource_id: identity.id,
  };
  const isIn = scene.record({
    ...base,
    trace_name: "login",
    message: JSON.stringify({ login: { mode, user_type, login_protect } }),
    code: 302,
    risk: 0.09,
    failure: {
      code: 401,
      rating: "warning",
      body: { error_code: "IAM.0011", error_msg: "The user name or password is incorrect." },
    },
  });
  if (!isIn || random.chance(0.4)) return;
  scene.wait(20, 500);
  scene.record({ ...base, trace_name: "logout", code: 302, risk: 0 });
}

/** Users, keys and permissions. */
export function identityAdministration(scene: Scene): void {
  const { random, site } = scene;
  const user = random.pick(site.cast.people);
  const base = {
    service_type: "IAM",
    event_type: "global",
    resource_name: user.name,
    resource_id: user.id,
    api_version: "v3",
  };
  const draw = random.int(3);
  if (draw === 0) {
    scene.record({
      ...base,
      trace_name: "addCredential",
      resource_type: "credential",
      request: { credential: { user_id: user.id, description: "for the pipeline" } },
      response: {
        credential: { access: user.access_key_id, secret: "********", status: "active" },
      },
      code: 201,
    });
    return;
  }
  scene.record({
    ...base,
    trace_name: draw === 1 ? "updateUser" : "assignRoleToGroupOnProject",
    resource_type: draw === 1 ? "user" : "group",
    request:
      draw === 1 ? { user: { password: "********" } } : { role: "ModelArts CommonOperations" },
    response: draw === 1 ? { user: { id: user.id, name: user.name, enabled: true } } : "",
    code: draw === 1 ? 200 : 204,
  });
}

/** A cloud server and its disk: created by a job that the system reports on, later deleted. */
export function server(scene: Scene): void {
  const { random, site } = scene;
  const { project_id, region } = site.project;
  const target = buildResource(random, "ecs", project_id);
  const onServer = (step: Pick<Step, "trace_name" | "code"> & Partial<Step>): Step => ({
    service_type: "ECS",
    resource_type: "ecs",
    resource_name: target.name,
    resource_id: target.id,
    api_version: "1.0",
    ...step,
  });
  const job_id = random.hex(32);
  const create = onServer({
    trace_name: "createServer",
    request: {
      server: {
        adminPass: "********",
        availability_zone: `${region}c`,
        name: target.name,
        imageRef: random.uuid(),
        flavorRef: "s7n.xlarge.2",
        vpcid: random.pickFirst(site.lasting("vpc")).id,
        count: 1,
      },
    },
    creates: true,
    code: 200,
  });
  if (!scene.record({ ...create, response: { job_id } })) return;
  scene.wait(0.5, 4);
  const isThere = scene.record({
    ...create,
    request: "",
    response: {
      job_id,
      job_type: "createSingleServer",
      status: "SUCCESS",
      entities: { server_id: target.id },
    },
    message: "success",
    bySystem: true,
  });
  if (!isThere) return;
  if (random.chance(0.3)) attachVolume(scene, target.id);
  if (random.chance(0.4)) {
    scene.waitForPeople(10, 900);
    const request = { reboot: { type: "SOFT" } };
    scene.record(
      onServer({
        trace_name: "rebootServer",
        request,
        response: { job_id: random.hex(32) },
        code: 200,
      }),
    );
  }
  if (random.chance(0.5)) {
    scene.waitForPeople(60, 3000);
    const request = { servers: [{ id: target.id }], delete_volume: true };
    scene.record(
      onServer({
        trace_name: "deleteServer",
        request,
        response: { job_id: random.hex(32) },
        code: 200,
      }),
    );
  }
}

function attachVolume(scene: Scene, server_id: string): void {
  const { random, site } = scene;
  const volume = buildResource(random, "evs", site.project.project_id);
  const base = {
    service_type: "EVS",
    resource_type: "evs",
    resource_name: volume.name,
    resource_id: volume.id,
    api_version: "2.0",
  };
  scene.wait(2, 20);
  const isCreated = scene.record({
    ...base,
    trace_name: "createVolume",
    request: {
      volume: { name: volume.name, size: random.pick([40, 100, 500]), volume_type: "GPSSD" },
    },
    response: { job_id: random.hex(32), volume_ids: [volume.id] },
    creates: true,
    code: 202,
  });
  if (!isCreated) return;
  scene.wait(0.2, 3);
  scene.record({
    ...base,
    trace_name: "attachVolume",
    request: { volumeAttachment: { volumeId: volume.id, serverId: server_id } },
    response: { job_id: random.hex(32) },
    code: 200,
  });
}
