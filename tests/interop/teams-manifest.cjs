// teams-manifest.cjs SCHEMA: the manifest on standard input, judged by Microsoft's own validation; writes the list of faults.
// The schema is given, for without one the package would fetch it.
const fs = require('node:fs');
const { ManifestUtil } = require('@microsoft/teams-manifest');

const manifest = JSON.parse(fs.readFileSync(0, 'utf8'));
const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
ManifestUtil.validateManifestAgainstSchema(manifest, schema).then(
  (faults) => console.log(JSON.stringify(faults)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  });
