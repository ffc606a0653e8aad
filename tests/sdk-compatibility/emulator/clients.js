// The official SDKs, in every way they can be told to sign and send. Only the endpoint and the protocol differ from production use.
import IntlClient from "tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/common_client.js";
import IntlCredential from "tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/credential.js";
import IntlClientProfile from "tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/profile/client_profile.js";
import IntlHttpProfile from "tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/profile/http_profile.js";
import mainland from "tencentcloud-sdk-nodejs/tencentcloud/common/common_client.js";

const version = "2026-04-01";

/** @typedef {{ secretId: string, secretKey: string, token?: string }} Credential */

function international(signMethod, reqMethod) {
  return (host, credential, { region = "ap-guangzhou", apiVersion = version, headers } = {}) => {
    const http = new IntlHttpProfile();
    http.endpoint = host;
    http.protocol = "http://";
    if (reqMethod) http.reqMethod = reqMethod;
    if (headers) http.headers = headers;
    const profile = new IntlClientProfile();
    profile.httpProfile = http;
    if (signMethod) profile.signMethod = signMethod;
    const { secretId, secretKey, token } = credential;
    const client = new IntlClient("edgezone.intl.tencentcloudapi.com", apiVersion, new IntlCredential(secretId, secretKey, token), region, profile);
    return (action, params = {}) => new Promise((resolve, reject) =>
      client.request(action, params, {}, (error, response) => (error ? reject(error) : resolve(response))));
  };
}

function mainlandSdk(signMethod, reqMethod) {
  return (host, credential, { region = "ap-guangzhou", apiVersion = version, headers, language } = {}) => {
    const client = new mainland.CommonClient("edgezone.tencentcloudapi.com", apiVersion, {
      credential,
      region,
      profile: { signMethod, language, httpProfile: { endpoint: host, protocol: "http://", ...(reqMethod && { reqMethod }), headers } },
    });
    return (action, params = {}) => client.request(action, params);
  };
}

/** `connect(host, credential, options)` gives `call(action, params)`, which resolves to the answer's inside or rejects with the SDK's error. */
export const flavours = [
  { name: "international SDK as it comes (v1 HmacSHA256, POST form)", connect: international() },
  { name: "international SDK, v1 HmacSHA1, GET", connect: international("HmacSHA1", "GET") },
  { name: "international SDK, TC3, POST JSON", connect: international("TC3-HMAC-SHA256", "POST"), sendsNullAsText: true },
  { name: "international SDK, TC3, GET", connect: international("TC3-HMAC-SHA256", "GET"), sendsNullAsText: true },
  { name: "mainland SDK as it comes (TC3, POST JSON)", connect: mainlandSdk() },
  { name: "mainland SDK, TC3, GET", connect: mainlandSdk("TC3-HMAC-SHA256", "GET") },
  { name: "mainland SDK, v1 HmacSHA256, GET", connect: mainlandSdk("HmacSHA256", "GET") },
  { name: "mainland SDK, v1 HmacSHA1, POST form", connect: mainlandSdk("HmacSHA1", "POST") },
];

/** For tests to which it does not matter how a call is made. */
export const connect = flavours[0].connect;
export const connectTc3 = flavours[4].connect;
