import { factories } from '@strapi/strapi';
import { attachViews, takeViewsField } from '../views/attach-views';

export default factories.createCoreController('api::article.article', ({ strapi }) => ({
  async find(context) {
    const wanted = takeViewsField(context);
    const answer = await super.find(context);
    return { ...answer, data: wanted ? await attachViews(strapi, answer.data) : answer.data };
  },

  async findOne(context) {
    const wanted = takeViewsField(context);
    const answer = await super.findOne(context);
    if (!wanted || !answer?.data) return answer;
    const [data] = await attachViews(strapi, [answer.data]);
    return { ...answer, data };
  },
}));
