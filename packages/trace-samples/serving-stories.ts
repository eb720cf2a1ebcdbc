import { nodeFailed, serviceInterrupted } from "./failures.ts";
import { type Resource, buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

type Part = Pick<Step, "trace_name" | "code"> & Partial<Step>;

function on(resourceType: string, resource: Resource, step: Part): Step {
  return {
    resource_type: resourceType,
    resource_name: resource.name,
    resource_id: resource.id,
    api_version: "v1",
    ...step,
  };
}

/** A model is imported, deployed as a real-time service, updated, stopped and cleared away. */
export function modelToService(scene: Scene): void {
  const { random, site } = scene;
  const { project_id } = site.project;
  const model = buildResource(random, "model", project_id);
  const version = `0.0.${random.between(1, 30)}`;
  const isImported = scene.record(
    on("model", model, {
      trace_name: "addModel",
      operation_id: "CreateModel",
      request: {
        model_name: model.name,
        model_version: version,
        model_type: random.pick(["PyTorch", "MindSpore", "Image"]),
        source_location: `https://${random.pick(site.buckets)}.obs.${site.project.region}.myhuaweicloud.com/${model.name}/`,
      },
      response: { model_id: model.id },
      creates: true,
      code: 201,
    }),
  );
  if (!isImported) return;
  const service = buildResource(random, "service", project_id);
  const specification = "modelarts.vm.cpu.2u";
  const configFor = (instance_count: number) => [
    { model_id: model.id, weight: 100, specification, instance_count },
  ];
  scene.waitForPeople(5, 90);
  const deploy = on("service", service, {
    trace_name: "addService",
    operation_id: "CreateService",
    request: {
      service_name: service.name,
      infer_type: "real-time",
      workspace_id: "0",
      config: configFor(1),
    },
    response: { service_id: service.id, resource_ids: [`INF-${random.hex(16)}@${scene.now}`] },
    creates: true,
    code: 200,
  });
  if (!scene.record(deploy)) return;
  if (random.chance(0.7)) {
    scene.wait(2, 9);
    const response = { service_id: service.id, status: "running" };
    const result = { ...deploy, request: "", response, creates: false, bySystem: true };
    if (!scene.record(result)) return;
  }
  if (random.chance(0.4)) {
    scene.waitForPeople(10, 400);
    scene.record(
      on("service", service, {
        trace_name: "updateService",
        request: { config: configFor(2) },
        response: "",
        code: 200,
      }),
    );
  }
  if (random.chance(0.4)) {
    scene.waitForPeople(60, 1500);
    stopAndDelete(scene, service, model);
  }
}

function stopAndDelete(scene: Scene, service: Resource, model: Resource): void {
  const isStopped = scene.record(
    on("service", service, {
      trace_name: "startOrStopService",
      request: { status: "stopped" },
      response: "",
      code: 200,
    }),
  );
  if (!isStopped) return;
  scene.wait(1, 10);
  scene.record(on("service", service, { trace_name: "deleteService", request: "", code: 200 }));
  scene.wait(0.2, 5);
  const response = { delete_success_list: [model.id], delete_failed_list: [] };
  scene.record(on("model", model, { trace_name: "deleteModel", request: "", response, code: 200 }));
}

/** A lasting service is stopped and started; now and then the system stops it, an incident. */
export function serviceOperation(scene: Scene): void {
  const { random, site } = scene;
  const service = random.pickFirst(site.lasting("service"));
  const switchTo = (status: string, more: Partial<Step> = {}) =>
    on("service", service, {
      trace_name: "startOrStopService",
      request: { status },
      response: "",
      code: 200,
      ...more,
    });
  if (random.chance(0.22)) {
    const failure = random.chance(0.5) ? nodeFailed : serviceInterrupted;
    scene.record(switchTo("stopped", { failure, risk: 1, bySystem: true, request: "", code: 500 }));
    scene.wait(1, 25);
    scene.record(switchTo("running"));
    return;
  }
  scene.record(switchTo("stopped"));
  scene.wait(2, 40);
  scene.record(switchTo("running"));
}

/** A deployment of the new inference version, with scaling and the look-ups around it. */
export function deployment(scene: Scene): void {
  const { random, site } = scene;
  const isNew = random.chance(0.4);
  const target = isNew
    ? buildResource(random, "serviceV2", site.project.project_id)
    : random.pickFirst(site.lasting("serviceV2"));
  const step = (part: Part) => on("serviceV2", target, { api_version: "v2", ...part });
  if (isNew) {
    const create = step({
      trace_name: "CreateDeployment",
      request: {
        name: target.name,
        version: "v1",
        pool_id: random.pickFirst(site.lasting("Pool")).id,
        unit_configs: [{ flavor: "modelarts.pool.visual.xlarge", count: random.between(1, 4) }],
        envs: { HF_TOKEN: "********" },
      },
      response: { id: target.id, name: target.name, status: "DEPLOYING" },
      creates: true,
      code: 201,
    });
    if (!scene.record(create)) return;
    scene.wait(2, 12);
    const isRunning = scene.record({
      ...create,
      request: "",
      response: { id: target.id, name: target.name, status: "RUNNING" },
      creates: false,
      bySystem: true,
    });
    if (!isRunning) return;
  }
  for (const trace_name of ["GetDeployment", "ListServiceV2Pods"]) {
    if (random.chance(0.5)) continue;
    scene.wait(0.2, 10);
    const response = { id: target.id, status: "RUNNING", total_count: random.between(1, 8) };
    scene.record(
      step({ trace_name, request: "", response, read_only: true, risk: 0.01, code: 200 }),
    );
  }
  if (random.chance(0.6)) {
    scene.wait(5, 300);
    const request = { instance_count: random.between(1, 12) };
    scene.record(step({ trace_name: "ScaleDeployment", request, response: "", code: 200 }));
  }
  if (random.chance(0.3)) {
    scene.waitForPeople(30, 1200);
    scene.record(step({ trace_name: "StopDeployment", request: "", response: "", code: 202 }));
    if (!isNew) return;
    scene.wait(1, 60);
    scene.record(step({ trace_name: "DeleteDeployment", request: "", response: "", code: 202 }));
  }
}
