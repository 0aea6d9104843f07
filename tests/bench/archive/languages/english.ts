import { phrases } from '../grammar';
import type { Language } from '../language';

export const english: Language = {
  locale: 'en',
  slogan: 'The town on the bay: news that comes in with the tide',
  headings: { partners: 'Our partners', feed: 'News feed', previous: 'Previous news' },
  rubrics: phrases(
    'News of the hour | Society | Culture | Sport | Economy | City | Sea and port | Education | Science | Health | Weather | Incidents',
  ),
  rules: {
    headline: phrases(`{who} {did} {what} | {who} {did} {what} {where} | {why}, {who} {did} {what} | {number} {people} stand behind {what} |
      {who}: {clause} | {where}, {clause} | {when}, {who} {did} {what}`),
    sentence: phrases(`{when}, {who} {did} {what} {where}. | {who} {said} that {clause}. | Residents say that {clause}, and that {clause}. |
      “{clause},” {said} {who}. | {why}, {who} {did} {what}, and now {clause}. | The debate was joined by {number} {people}. |
      As we wrote before, {who} {did} {what} {when}. | {who} {said} that {clause}, although {clause}. |
      {where}, {number} {people} came together while {who} {did} {what}. | Altogether {number} {people} have been here {when}. |
      {who} {quality} {did} {what} {why}. | From now on {clause}, unless {clause}. | It became known {when} that {clause}. |
      {number} {people} signed a letter {when} which says that {clause}. | Earlier {who} {did} {what} {where}. |
      While {who} waited {where}, {who} {did} {what}.`),
    who: phrases('the {head} of {of} | the {head} of {of} | {name}, the {head} of {of} | {name}'),
    head: phrases(`director | chief engineer | spokesman | head | press officer | chairwoman | keeper | new caretaker | founder | former director |
      senior foreman | dispatcher on duty | coordinator | oldest employee | chief accountant | architect | manager | trustee |
      leading specialist | storekeeper | honorary chairman | deputy head`),
    name: phrases(`Martha Pell | Owen Tarrant | Lucy Hargrove | Samir Jafarov | Edith Crane | Hugh Lambert | Nora Wicks | Tom Ashby |
      Clara Dunmore | Walter Finch | Ruth Oakley | Kamran Aliyev | Peter Stroud | Alice Merriman`),
    of: phrases(`the harbour | the town library | the lighthouse | the fish market | the tram depot | the museum of fishing | the botanical garden |
      the central hospital | the evening school | the yacht club | the waterworks | the coach station | the puppet theatre | the bread factory |
      the weather station | the town park | the sports society | the union of winemakers | the fishing community | the town archive |
      the symphony orchestra | the cannery | the house of culture | the observatory | the ferry crossing | the summer camp |
      the fire brigade | the telephone exchange | the indoor pool | the old shipyard | the tree nursery | the gardening society |
      the Breakers cinema | the music school | the chess club | the flying club | the monuments fund | the tenants' council |
      the picture gallery | the boathouse`),
    did: phrases(`opened | showed | approved | postponed | checked | supported | presented | inspected | discussed | cancelled | defended |
      announced | prepared | confirmed | criticised | finished | began | described | proposed | extended | paid for | studied |
      agreed to | revised | shortened | enlarged | moved | launched | resumed | welcomed`),
    what: phrases(`the repair of {of} | the plan to rebuild {of} | the new paths around {of} | the opening hours of {of} | a new route to {of} |
      the guest list of {of} | the budget for {of} | the programme of {of} | an exhibition on the history of {of} |
      the building works at {of} | a clean-up day at {of} | a concert for the staff of {of} | a drawing contest about {of} |
      the yearly report of {of} | a street party beside {of} | the restoration of the roof of {of} | free tours of {of} | the prices of {of} |
      a night bus from {of} | joint work with the craftsmen of {of} | a school tournament for the cup of {of} | a book collection for {of} |
      the lighting of the yard of {of}`),
    quality: phrases('quietly | unexpectedly | unanimously | proudly | briefly | carefully | at long last | gladly'),
    where:
      phrases(`on the promenade | in the old harbour | by the fish market | near the lighthouse | on Tram Square | at the end of Bread Lane |
      on Salt Island | in the lower town | behind the railway | at the mountain lake | by the north gate | in the winter garden |
      on the third pier | in the winemakers' village | under the old bridge | in the waiting room | on the summer stage | at the spring |
      in the next district | on the viewing platform`),
    when: phrases(`on Tuesday morning | last week | last Saturday | yesterday evening | at the beginning of the month | on the eve of the holiday |
      right after the storm | late in autumn | on the first day of the school break | an hour before dawn | at the end of winter |
      back in spring | last summer | at noon | towards the end of the day | last weekend | two years ago | tonight |
      before the season opened | on Wednesday`),
    why: phrases(`after a long debate | despite a strong wind | at the request of the neighbours | for lack of room | without much ceremony |
      to the delight of the children | instead of the promised repair | for the safety of walkers | at its own expense |
      with the help of volunteers | in answer to complaints | by an old tradition | to the surprise of visitors | ahead of the fair |
      under the new rules | in the rain`),
    said: phrases('said | told us | stressed | noted | added | recalled | explained | declared | admitted | promised'),
    clause: phrases(`the works will end {deadline} | it will cost {number} thousand manats | people have waited {number} years for this |
      {thing} will appear {where} | {thing} will be free of charge {deadline} | the weather hardly troubles the builders |
      the queue has grown to {number} {people} | admission stays free | the road will be closed {deadline} | the whole town has given money |
      the decision can still be changed | {thing} will open {deadline} | children draw ships on the asphalt |
      the fishermen have come back with a good catch | the tickets were gone in {number} minutes | the house has stood for {number} years |
      the wind tore off {number} signs | everyone may leave a comment | {thing} needs repair | the next town is envious |
      the project has found a trustee | not a single tree will be cut down | the water has risen by {number} centimetres |
      music is heard again {where} | old photographs will go to the archive | volunteers handed out {number} saplings`),
    deadline: phrases(
      'by the end of the year | at the beginning of summer | in {number} days | in autumn | next month | before the first snow',
    ),
    thing:
      phrases(`a covered market | a new pier | a children's club | a water tram | a cycle route | a rehearsal room | a drinking fountain |
      a bicycle rental | a summer cinema | a bridge over the canal | an information desk | a sunshade | an open-air museum | a night ferry`),
    number: phrases('15 | 20 | 25 | 36 | 40 | 48 | 57 | 60 | 75 | 90 | 120 | 150 | 180 | 246 | 350 | 540 | 700 | 960 | 1200 | 2500'),
    people: phrases('people | residents | pupils | fishermen | tourists | passengers | craftsmen | volunteers | supporters | students'),
    word: phrases('yesterday | again | recently | officially | briefly | partly | also | together | formally | lately'),
  },
};
