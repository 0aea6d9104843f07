import path from 'node:path';
import { createImportBench } from '../helpers/import-bench';
