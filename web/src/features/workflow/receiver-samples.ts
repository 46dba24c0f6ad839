/** The environment variable that a target reads the signing secret from. */
export const SIGNING_VARIABLE = "POSTERN_SIGNING_SECRET";

/** How a target checks that a delivery came from this server, by the Standard Webhooks libraries. */
export const receiverSamples = [
  {
    label: "JavaScript",
    text: `import express from "express";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.${SIGNING_VARIABLE});

// Keep the body as it came: the signature covers its exact bytes.
express()
  .post("/hook", express.text({ type: "*/*" }), (request, response) => {
    const { data } = webhook.verify(request.body, request.headers);
    response.json({ received: data.executionId });
  })
  .listen(3000);`,
  },
  {
    label: "Python",
    text: `import os
from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)
webhook = Webhook(os.environ["${SIGNING_VARIABLE}"])

@app.post("/hook")
def hook():
    event = webhook.verify(request.get_data(as_text=True), dict(request.headers))
    return {"received": event["data"]["executionId"]}`,
  },
];
