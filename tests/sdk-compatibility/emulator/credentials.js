// Credentials that the emulator knows, so that every signature is verified; each leads to a sandbox of its own.

/** `count` credentials, and the settings under which they are known. */
export function knownCredentials(count) {
  const credentials = Array.from({ length: count }, (_, index) => ({ secretId: `AKIDsdk${index}`, secretKey: `key of sdk${index}` }));
  const settings = {};
  credentials.forEach(({ secretId, secretKey }, index) => {
    settings[`Credentials:${index}:SecretId`] = secretId;
    settings[`Credentials:${index}:SecretKey`] = secretKey;
  });
  let next = 0;
  return {
    settings,
    /** One that no test has had yet. */
    take() {
      if (next === credentials.length) throw new Error(`All ${count} credentials are taken: ask for more.`);
      return credentials[next++];
    },
  };
}
