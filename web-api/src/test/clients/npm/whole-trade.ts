// A trade from registration to receipt, as WholeTrade.java plays it, in the types of openapi-typescript.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import createClient from "openapi-fetch";
import type { components, paths } from "./pujiang.js";

type Schemas = components["schemas"];

const [exchange, examplesFile, id, customer, folder] = process.argv.slice(2) as [string, string, string, string, string];
const examples = JSON.parse(readFileSync(examplesFile, "utf8"));

function client(who: string) {
  return createClient<paths>({ baseUrl: exchange, headers: { Authorization: `Bearer ${process.env[who]}` } });
}
const vendor = client("VENDOR");
const buyer = client("BUYER");
const operator = client("OPERATOR");

async function done<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (error !== undefined) throw new Error(`${response.url} ${response.status}: ${JSON.stringify(error)}`);
  return data as T;
}

function once(action: string) {
  return { "Idempotency-Key": `${action}-${id}` };
}

async function register() {
  const product = examples.registerProduct as Schemas["ProductRequest"];
  await done(vendor.PUT("/api/v1/products/{product}", { params: { path: { product: id } }, body: product }));
  const assessment = examples.assessProduct as Schemas["AssessmentRequest"];
  const path = { product: id, assessment: "admission" };
  await done(operator.PUT("/api/v1/products/{product}/assessments/{assessment}", { params: { path }, body: assessment }));
  const offer: Schemas["ListingRequest"] = { ...examples.publishListing, product: id };
  const listed = await done(
    vendor.PUT("/api/v1/listings/{listing}", { params: { path: { listing: id } }, body: offer }),
  );
  if (listed.state !== "published") throw new Error(JSON.stringify(listed));
}

async function order() {
  const money: Schemas["BookingRequest"] = { ...examples.deposit, reference: id };
  const path = { participant: customer };
  const header = once("deposit");
  await done(operator.POST("/api/v1/accounts/{participant}/deposits", { params: { path, header }, body: money }));
  const asked: Schemas["QuoteRequest"] = { ...examples.getQuote, listing: id };
  await done(buyer.POST("/api/v1/quotes", { body: asked }));
  const wanted: Schemas["OrderRequest"] = { ...examples.placeOrder, listing: id };
  await done(buyer.PUT("/api/v1/trades/{trade}", { params: { path: { trade: id } }, body: wanted }));
}

async function deliver() {
  const data = "2013-01-01T00:00,91\n";
  const sha256 = createHash("sha256").update(data).digest("hex");
  await done(
    vendor.PUT("/api/v1/contents/{sha256}", {
      params: { path: { sha256 } },
      headers: { "Content-Type": "application/octet-stream" },
      body: data,
      bodySerializer: (body) => body,
    }),
  );
  const params = { path: { trade: id }, header: once("deliver") };
  await done(vendor.POST("/api/v1/trades/{trade}/delivery", { params, body: { sha256 } }));
}

async function accept() {
  const trade = { trade: id };
  const link = await done(
    buyer.POST("/api/v1/trades/{trade}/downloads", { params: { path: trade, header: once("fetch") } }),
  );
  const token = link.url.substring(link.url.lastIndexOf("/") + 1);
  const bought = await done(
    buyer.GET("/api/v1/downloads/{token}", { params: { path: { token } }, parseAs: "arrayBuffer" }),
  );
  writeFileSync(join(folder, "bought.csv"), Buffer.from(bought as ArrayBuffer));
  await done(buyer.POST("/api/v1/trades/{trade}/acceptance", { params: { path: trade, header: once("accept") } }));
  writeFileSync(join(folder, "receipt.json"), JSON.stringify(await receipt()));
  writeFileSync(join(folder, "keys.json"), JSON.stringify(await done(buyer.GET("/api/v1/keys"))));
}

/** The log numbers what was signed about once a second. */
async function receipt() {
  for (let tries = 0; tries < 100; tries++) {
    const params = { path: { trade: id } };
    const found = await done(buyer.GET("/api/v1/trades/{trade}/receipt", { params }));
    if (found.bundle) return found;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("not in the log yet");
}

await register();
await order();
await deliver();
await accept();
