module.exports = require('../../../dist/src/plugins/importer/server/src');
