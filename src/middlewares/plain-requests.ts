import { refuseOddRequests } from '../public/refuse-odd-requests';

/** `global::plain-requests` of `config/middlewares.ts`. */
export default () => refuseOddRequests;
