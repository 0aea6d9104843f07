import { phrases } from '../grammar';
import type { Language } from '../language';

/** Owners stand in the genitive before what they own; objects are in the accusative, and the verb comes last. */
export const azerbaijani: Language = {
  locale: 'az',
  slogan: 'Körfəz şəhəri: xəbərlər dalğalarla birlikdə gəlir',
  headings: { partners: 'Bizim tərəfdaşlarımız', feed: 'Xəbər lenti', previous: 'Əvvəlki xəbərlər' },
  rubrics: phrases(
    'Saatın xəbərləri | Cəmiyyət | Mədəniyyət | İdman | İqtisadiyyat | Şəhər | Dəniz və liman | Təhsil | Elm | Sağlamlıq | Hava | Hadisə',
  ),
  rules: {
    headline: phrases(`{who} {what} {did} | {who} {where} {what} {did} | {why} {what} {did} | {number} {people} {what} dəstəklədi |
      {who}: {clause} | {where} {clause} | {when} {who} {what} {did}`),
    sentence:
      phrases(`{when} {who} {where} {what} {did}. | {who} {said} ki, {clause}. | Sakinlərin sözlərinə görə, {clause}, üstəlik {clause}. |
      “{clause}”, – {who} {said}. | {why} {who} {what} {did}, indi isə {clause}. | Müzakirədə {number} {people} iştirak edib. |
      Xatırladaq ki, {when} {who} {what} {did}. | {who} {said} ki, {clause}, lakin {clause}. | {where} {number} {people} toplaşdı və {who} {what} {did}. |
      Ümumilikdə {when} bura {number} {people} gəlib. | {who} {why} {what} {did}. | Əgər {clause}, onda {clause}. |
      {number} {people} {when} məktub imzalayıb, orada deyilir ki, {clause}. | Bundan əvvəl {who} {where} {what} {did}. |
      {when} məlum oldu ki, {clause}. | Qeyd edək ki, {of} ətrafında {clause}.`),
    who: phrases('{of} {head} | {of} {head} | {of} {head} {name} | {name}'),
    head: phrases(`direktoru | rəisi | nümayəndəsi | baş mühəndisi | rəhbəri | mətbuat katibi | sədri | qoruyucusu | yeni nəzarətçisi |
      təsisçisi | keçmiş direktoru | baş ustası | növbətçi dispetçeri | əlaqələndiricisi | ən yaşlı işçisi | baş mühasibi | memarı |
      idarəçisi | himayədarı | aparıcı mütəxəssisi | anbar müdiri | fəxri sədri`),
    name: phrases(`Teymur Əlixanlı | Vaqif Mirzəyev | Rauf Səfərov | Samir Cəfərov | Eldar Novruzov | Murad İsayev | Orxan Vəliyev |
      Yusif Quliyev | Kənan Həsənli | Elçin Bağırov | Nicat Şükürov | Fuad Ağayev | Zaur Göyçaylı | İlkin Rzayev`),
    of: phrases(`limanın | şəhər kitabxanasının | mayakın | balıq bazarının | tramvay deposunun | balıqçılıq muzeyinin | botanika bağının |
      mərkəzi xəstəxananın | axşam məktəbinin | yaxt klubunun | su idarəsinin | avtovağzalın | kukla teatrının | çörək zavodunun |
      hava müşahidə məntəqəsinin | şəhər parkının | idman cəmiyyətinin | üzümçülər birliyinin | balıqçılar icmasının | şəhər arxivinin |
      simfonik orkestrin | konserv zavodunun | mədəniyyət evinin | rəsədxananın | bərə keçidinin | uşaq düşərgəsinin | yanğınsöndürmə hissəsinin |
      telefon stansiyasının | qapalı hovuzun | köhnə tərsanənin | tinglik təsərrüfatının | bağbanlar cəmiyyətinin | “Ləpə” kinoteatrının |
      musiqi məktəbinin | şahmat klubunun | aeroklubun | abidələr fondunun | sakinlər şurasının | rəsm qalereyasının | qayıq stansiyasının`),
    did: phrases(`açdı | göstərdi | bəyəndi | təxirə saldı | yoxladı | dəstəklədi | təqdim etdi | nəzərdən keçirdi | müzakirə etdi | ləğv etdi |
      müdafiə etdi | elan etdi | hazırladı | təsdiq etdi | tənqid etdi | başa çatdırdı | başladı | təsvir etdi | təklif etdi | uzatdı |
      maliyyələşdirdi | öyrəndi | razılaşdırdı | dəyişdirdi | qısaltdı | genişləndirdi | köçürdü | işə saldı | bərpa etdi | alqışladı`),
    what: phrases(`{of} təmirini | {of} yenidən qurulması layihəsini | {of} abadlıq planını | {of} iş qrafikini | {of} yeni marşrutunu |
      {of} qonaqlarının siyahısını | {of} yenilənmə smetasını | {of} inkişaf proqramını | {of} yubiley sərgisini | {of} tikintisini |
      {of} həyətindəki iməciliyi | {of} işçiləri üçün konserti | {of} ən yaxşı şəkli müsabiqəsini | {of} illik hesabatını |
      {of} küçə bayramını | {of} damının bərpasını | {of} pulsuz gəzintilərini | {of} qiymətlərini | {of} gecə avtobusunu |
      {of} ustaları ilə birgə işi | {of} məktəblilər turnirini | {of} kitab yığımını | {of} həyətinin işıqlandırılmasını`),
    where:
      phrases(`bulvarda | köhnə limanda | balıq bazarının yanında | mayakın ətrafında | Tramvayçılar meydanında | Çörək küçəsinin sonunda |
      Duzlu adada | aşağı şəhərdə | dəmir yolunun arxasında | dağ gölündə | şimal qapısında | qış bağında | üçüncü körpüdə |
      üzümçülər qəsəbəsində | köhnə körpünün altında | gözləmə zalında | yay səhnəsində | bulağın başında | qonşu rayonda | seyr meydançasında`),
    when: phrases(`çərşənbə axşamı səhər | keçən həftə | ötən şənbə günü | dünən axşam | ayın əvvəlində | bayram ərəfəsində | fırtınadan dərhal sonra |
      payızın sonunda | tətilin ilk günü | sübhdən bir saat əvvəl | qışın sonunda | hələ yazda | keçən yay | günorta vaxtı |
      iş gününün sonunda | son istirahət günlərində | iki il əvvəl | bu gecə | mövsümün açılışından qabaq | çərşənbə günü`),
    why: phrases(`uzun müzakirədən sonra | güclü küləyə baxmayaraq | qonşuların xahişi ilə | yer çatışmadığına görə | təntənəsiz |
      uşaqların sevincinə | vəd edilmiş təmirin əvəzinə | piyadaların təhlükəsizliyi üçün | öz vəsaiti hesabına | könüllülərin köməyi ilə |
      şikayətlərə cavab olaraq | köhnə ənənəyə görə | qonaqların təəccübünə | yarmarka qabağı | yeni qaydalara əsasən | yağış altında`),
    said: phrases(
      'bildirdi | danışdı | vurğuladı | qeyd etdi | əlavə etdi | xatırlatdı | izah etdi | söylədi | dəqiqləşdirdi | etiraf etdi',
    ),
    clause: phrases(`işlər {deadline} başa çatacaq | buna {number} min manat sərf olunacaq | sakinlər bunu {number} il gözləyib |
      {where} {thing} yaranacaq | {thing} {deadline} pulsuz olacaq | hava inşaatçılara mane olmur | növbədə {number} {people} dayanıb |
      giriş sərbəst qalacaq | yol {deadline} bağlanacaq | pulu bütün şəhər yığıb | qərarı hələ dəyişmək olar | {thing} {deadline} açılacaq |
      uşaqlar asfaltda gəmi şəkli çəkir | balıqçılar yaxşı ovla qayıdıb | biletlər {number} dəqiqəyə satılıb | bina {number} ildir dayanır |
      külək {number} lövhəni qoparıb | hər kəs rəyini yaza biləcək | {thing} təmirə ehtiyac duyur | qonşu şəhər həsəd aparır |
      layihənin himayədarı tapılıb | heç bir ağac kəsilməyəcək | suyun səviyyəsi {number} santimetr qalxıb | {where} yenə musiqi səslənir |
      köhnə şəkillər arxivə veriləcək | könüllülər {number} tinq paylayıb`),
    deadline: phrases(
      'ilin sonuna qədər | yayın əvvəlində | {number} gün sonra | şəhərin yubileyinə | payızda | gələn ay | ilk qara qədər',
    ),
    thing:
      phrases(`örtülü bazar | yeni körpü | uşaq dərnəyi | dəniz tramvayı | velosiped yolu | məşq zalı | içməli su fəvvarəsi | icarə məntəqəsi |
      yay kinoteatrı | kanal körpüsü | məlumat köşkü | kölgəlik | açıq səma altında muzey | gecə reysi`),
    number: phrases('15 | 20 | 25 | 36 | 40 | 48 | 57 | 60 | 75 | 90 | 120 | 150 | 180 | 246 | 350 | 540 | 700 | 960 | 1200 | 2500'),
    people: phrases('nəfər | şəhər sakini | məktəbli | balıqçı | turist | sərnişin | usta | könüllü | azarkeş | tələbə'),
    word: phrases('ətraflı | dünən | yenidən | bu yaxınlarda | təntənəli | rəsmən | müvəqqəti | qismən | əlavə | birgə'),
  },
};
