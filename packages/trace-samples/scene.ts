import { modelArtsService } from "@trace-console/contracts/modelarts-operations";
import type { Trace, TraceRating } from "@trace-console/contracts/trace";
import { failureFor } from "./failures.ts";
import type { Random } from "./random.ts";
import { type Role, type Session, buildSession, renewSession } from "./session.ts";
import type { Site } from "./site.ts";
import type { Body, Step } from "./step.ts";
import type { TraceStamp } from "./trace-stamp.ts";

const minute = 60_000;

/** Most operations succeed: the share of warnings that results is some 6 %. */
const usualRisk = 0.074;

/** Where a story takes place: a site, somebody acting, a clock that goes forward, a place for traces. */
export class Scene {
  readonly site: Site;
  readonly random: Random;
  session: Session;
  /** ms since 1970. */
  now: number;
  /** Nothing is left out and nothing fails. */
  readonly isWhole: boolean;
  readonly #end: number;
  readonly #pace: number;
  readonly #stamp: TraceStamp;
  readonly #traces: Trace[];
  #enterpriseProject: string;

  /**
   * @param options.pace 1 for real life; less shortens every wait and lets people work at night
   * @param options.isWhole every step of the story happens, and none fails
   * @param options.traces where the traces go, in the order in which they happen
   */
  constructor(options: {
    site: Site;
    random: Random;
    stamp: TraceStamp;
    start: number;
    end: number;
    pace: number;
    role: Role;
    isWhole?: boolean;
    traces: Trace[];
  }) {
    this.site = options.site;
    this.random = options.random;
    this.now = options.start;
    this.#end = options.end;
    this.#pace = options.pace;
    this.isWhole = options.isWhole ?? false;
    this.#stamp = options.stamp;
    this.#traces = options.traces;
    this.session = buildSession(this.random, this.site.cast, options.role, this.now);
    this.#enterpriseProject = this.random.pickFirst(this.site.cast.enterpriseProjects);
  }

  /** True with this probability; always when the story is to be whole. */
  sometimes(probability: number): boolean {
    return this.isWhole || this.random.chance(probability);
  }

  /** Lets time pass: between `least` and `most` minutes. */
  wait(least: number, most: number): void {
    const minutes = least + (this.random.uint32() / 4_294_967_296) * (most - least);
    this.now += Math.ceil(minutes * minute * this.#pace) + 1;
  }

  /** Lets time pass until a person would act: as {@link wait}, then on to the next working hours. */
  waitForPeople(least: number, most: number): void {
    const before = this.now;
    this.wait(least, most);
    if (this.#pace < 1 || this.session.trace_type !== "ConsoleAction") return;
    const next = this.site.hours.next(this.now);
    if (next !== this.now && this.random.chance(0.9)) {
      this.now = next + this.random.int(90 * minute);
    }
    // Temporary credentials live for hours, not for days.
    if (this.now - before > 240 * minute) {
      this.session = renewSession(this.random, this.site.cast, this.session, this.now);
    }
  }

  /** Records that `step` happened now, and says whether it succeeded. */
  record(step: Step): boolean {
    const rating = this.#rate(step);
    if (this.now < this.#end) this.#traces.push(this.#build(step, rating));
    this.now += 1 + this.random.int(900);
    return rating === "normal";
  }

  #rate(step: Step): TraceRating {
    if (this.isWhole || !this.random.chance(step.risk ?? usualRisk)) return "normal";
    return step.failure?.rating ?? (this.random.chance(0.055) ? "incident" : "warning");
  }

  #build(step: Step, rating: TraceRating): Trace {
    const { random, session } = this;
    const { project } = this.site;
    const failure =
      rating === "normal" ? undefined : (step.failure ?? failureFor(step, rating, random));
    const recordTime = Math.min(this.now + this.#stamp.delay(random), this.#end - 1);
    const trace: Trace = {
      trace_id: this.#stamp.next(random, recordTime),
      trace_name: step.trace_name,
      resource_type: step.resource_type,
      trace_rating: rating,
      source_ip: step.bySystem ? "" : session.source_ip,
      domain_id: project.domain_id,
      trace_type: step.bySystem ? "SystemAction" : session.trace_type,
      service_type: step.service_type ?? modelArtsService,
      event_type: step.event_type ?? "system",
      project_id: project.project_id,
      read_only: step.read_only ?? false,
      tracker_name: "system",
      operation_id: step.operation_id ?? step.trace_name,
      time: this.now,
      record_time: recordTime,
      code: String(failure ? failure.code : step.code),
    };
    if (!step.bySystem) trace.user = session.user;
    else if (random.chance(0.3)) delete trace.source_ip;
    if (step.api_version !== undefined) trace.api_version = step.api_version;
    if (step.resource_name !== undefined) trace.resource_name = step.resource_name;
    if (step.resource_id !== undefined && !(failure && step.creates)) {
      trace.resource_id = step.resource_id;
    }
    if (step.request !== undefined) trace.request = formatBody(step.request);
    if (failure) trace.response = formatBody(failure.body);
    else if (step.response !== undefined) trace.response = formatBody(step.response);
    if (step.message !== undefined) trace.message = step.message;
    this.#addExtras(trace);
    return step.more === undefined ? trace : Object.assign(trace, step.more);
  }

  /** The optional fields that some services send and others do not, and the odd ones. */
  #addExtras(trace: Trace): void {
    const { random } = this;
    const draw = random.int(1000);
    if (draw < 920) trace.enterprise_project_id = this.#enterpriseProject;
    if (draw < 750) trace.request_id = draw < 20 ? "null" : random.hex(32);
    if (draw < 250) trace.resource_account_id = this.site.project.domain_id;
    if (draw >= 940 && trace.trace_type === "ConsoleAction") {
      trace.endpoint = `https://console.huaweicloud.com/${trace.service_type?.toLowerCase()}`;
      trace.resource_url = `/?region=${this.site.project.region}#/${trace.resource_type}/${trace.resource_id ?? ""}`;
    }
    if (draw < 100 && trace.trace_type === "ApiCall") trace.user_agent = this.session.user_agent;
    if (draw < 6) trace.location_info = `az-${random.between(1, 3)}/${random.hex(8)}`;
    // What a later version of CTS may send.
    if (draw >= 500 && draw < 504) trace.trace_version = "2";
    if (draw === 504) trace.iam_context = { mfa: false, policies: ["ModelArts FullAccess"] };
    if (draw === 505) trace.resource_name = "-";
    if (draw === 506) trace.resource_name = "";
  }
}

function formatBody(body: Body): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
