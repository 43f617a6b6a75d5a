namespace Similarity;

/// <summary>The text of <see cref="AgencyTable.Default"/>, in the format that users extend it with.</summary>
internal static class DefaultAgencies
{
    public const string Text = """
        [agencies]
        # World
        Reuters = Thomson Reuters | Thomson/Reuters | Рейтер | رويترز | ロイター | 路透社 | 路透 | 로이터 | Рейтерс | רויטרס | Ρόιτερς
        Associated Press = (AP) | AP News | Associated Press News Service | AP-NORC | apnews.com | ap.org | Ассошиэйтед Пресс | أسوشيتد برس | 美联社 | 美聯社 | AP通信
        Agence France-Presse = AFP | Agence France-Press | Agence France Presse | L'Agence France-Presse | АФП | أ ف ب | فرانس برس | 法新社 | 時事AFP
        United Press International = UPI | upi.com
        Bloomberg = (Bloomberg) | Bloomberg News | Bloomberg Business | Bloomberg Wire | Bloomberg wire services
        Dow Jones = (Dow Jones) | Dow Jones Newswires | Dow Jones News Wires | Dow Jones Newswire
        Inter Press Service = IPS News | (IPS)
        Thomson Reuters Foundation = Reuters Foundation
        Xinhua = Xinhua News Agency | Xinhua News | Xinhuanet | 新华社 | 新华网 | 新華社 | 新華網 | Синьхуа | شينخوا

        # North America
        CNN = CNN Wire | CNN Newsource | CNN.com | CNN Money | CNNMoney | Cable News Network
        The Canadian Press = Canadian Press | (CP) | La Presse Canadienne | Presse Canadienne
        Tribune News Service = Tribune Content Agency | Tribune Media Services | Tribune Newspapers | (TNS) | McClatchy-Tribune | MCT | McClatchy-Tribune News Service | McClatchy-Tribune Information Services
        McClatchy = McClatchy Newspapers | McClatchy Washington Bureau | McClatchy News Service | McClatchy DC
        New York Times = (New York Times) | New York Times News Service | N.Y. Times News Service | NYT News Service | (NYT)
        Washington Post = (Washington Post) | Washington Post News Service | Washington Post Writers Group | WP-Bloomberg
        Los Angeles Times = (Los Angeles Times) | (L.A. Times) | Los Angeles Times News Service
        Wall Street Journal = (Wall Street Journal) | (WSJ)
        USA Today = USA TODAY Network
        Scripps Howard News Service = (Scripps) | Scripps News | Scripps National | Scripps Media
        Gray Television = Gray News | Gray DC | Gray Media Group | Gray Television Group
        NBC News = (NBC News) | NBC News Channel | NBC Newschannel
        CBS News = (CBS News) | CBSNews
        ABC News = (ABC News)
        Fox News = (Fox News) | FOX News Network | (Fox News Channel)
        CNBC = (CNBC)
        NPR = (NPR) | National Public Radio
        Cronkite News = Cronkite News Service
        States Newsroom = States Newsroom
        Stateline = (Stateline) | Pew Stateline
        ProPublica = ProPublica
        Kaiser Health News = KFF Health News | (KHN)
        The Marshall Project = Marshall Project
        The Texas Tribune = Texas Tribune
        The Conversation = (The Conversation)
        The Center Square = Center Square
        The 19th = (The 19th)
        Capital News Service = (Capital News Service)
        City News Service = (CNS)
        Bay City News = Bay City News Service | Bay City News Foundation
        Sun-Times Media Wire = Sun-Times Wire | Chicago Sun-Times Wire | Sun-Times Media
        Creators Syndicate = Creators News Service | CREATORS.COM | Creators.com
        King Features Syndicate = King Features
        Sports Network = The Sports Xchange | Field Level Media
        Daily Caller News Foundation = (DCNF)
        Religion News Service = (RNS)
        Catholic News Agency = (CNA)
        CNS News = CNSNews | CNSNews.com
        Storyful = Storyful
        Newsweek = (Newsweek)

        # Europe
        Deutsche Presse-Agentur = dpa | German Press Agency | dpa-AFX | dpa.com
        Evangelischer Pressedienst = (epd)
        Katholische Nachrichten-Agentur = (KNA)
        Austria Presse Agentur = (APA) | apa.at
        Keystone-SDA = (SDA) | (ATS) | Keystone-ATS | Schweizerische Depeschenagentur | Agence télégraphique suisse | (Keystone)
        PA Media = (PA) | Press Association | PA News Agency | PA news agency | pa.media
        EFE = Agencia EFE | Efe | efe.com
        Europa Press = EUROPA PRESS
        ANSA = (Ansa) | ansa.it
        Adnkronos = AdnKronos
        AGI = (AGI) | Agenzia Italia
        LaPresse = (LaPresse)
        Lusa = (Lusa) | (LUSA) | Agência Lusa
        Belga = (Belga) | Belga News Agency | Agence Belga
        ANP = (ANP) | Algemeen Nederlands Persbureau
        NTB = (NTB) | Norsk Telegrambyrå
        TT = (TT) | Tidningarnas Telegrambyrå | TT-Reuters
        Ritzau = Ritzaus Bureau | Scanpix Ritzau
        STT = (STT) | Suomen Tietotoimisto
        Baltic News Service = (BNS)
        PAP = (PAP) | Polska Agencja Prasowa
        ČTK = (CTK) | Czech News Agency | (ČTK)
        TASR = (TASR)
        MTI = (MTI) | Magyar Távirati Iroda
        Agerpres = AGERPRES
        BTA = (BTA) | Bulgarian News Agency | БТА
        Tanjug = Танјуг
        Beta = (Beta) | (БЕТА)
        HINA = (HINA) | (Hina)
        SRNA = (SRNA)
        FENA = (FENA)
        MIA = (MIA)
        ATA = (ATA)
        AMNA = (AMNA) | ANA-MPA | ΑΠΕ-ΜΠΕ
        Sputnik = (Sputnik) | Спутник
        TASS = ITAR-TASS | Itar-Tass | ТАСС | ИТАР-ТАСС | (تاس) | 塔斯社
        RIA Novosti = РИА Новости | РИА "Новости" | РИА «Новости» | RIA Novosti news agency | ria.ru
        Interfax = Интерфакс | Interfax-Ukraine | Интерфакс-Украина
        Regnum = ИА Регнум | (REGNUM) | ИА REGNUM
        Rosbalt = Росбалт
        Prime = (Прайм) | ПРАЙМ | (Prime)
        Ukrinform = Укринформ | Укрінформ
        UNIAN = УНИАН | УНІАН
        BelTA = БЕЛТА | БелТА
        Kazinform = Казинформ
        Trend = (Trend) | (Тренд) | trend.az
        Azertac = AZERTAC | АЗЕРТАДЖ
        Armenpress = Арменпресс
        Anadolu Agency = Anadolu | (AA) | Anadolu Ajansı | الأناضول
        DHA = (DHA) | Demirören Haber Ajansı
        IHA = (İHA) | İhlas Haber Ajansı

        # Middle East and Africa
        SANA = Syrian Arab News Agency | سانا | СANA
        IRNA = Islamic Republic News Agency | ایرنا | إيرنا | ИРНА
        Tasnim = Tasnim News Agency | (تسنیم) | (تسنيم)
        Fars News Agency = (Fars) | FARS | FNA | (فارس)
        Mehr News Agency = (Mehr) | (MNA)
        ISNA = ISNA News Agency | ایسنا
        WAFA = (Wafa) | (وفا)
        Ma'an News Agency = Ma'an
        MENA = (MENA) | Middle East News Agency | أ ش أ
        Saudi Press Agency = (SPA) | (واس)
        KUNA = Kuwait News Agency | (كونا)
        WAM = (WAM) | Emirates News Agency | (وام)
        QNA = (QNA) | Qatar News Agency | (قنا)
        BNA = (BNA) | Bahrain News Agency
        Petra = (Petra) | Jordan News Agency | (بترا)
        National News Agency = (NNA)
        Algérie Presse Service = (APS)
        Maghreb Arabe Presse = (MAP)
        TAP = (TAP) | Tunis Afrique Presse
        News Agency of Nigeria = (NAN)
        PANA = (PANA) | Panapress | PanaPress
        Ghana News Agency = (GNA)
        SAPA = (SAPA) | (Sapa) | South African Press Association
        African News Agency = (ANA)
        Kenya News Agency = (KNA News)
        ENA = (ENA) | Ethiopian News Agency
        SUNA = (SUNA)

        # Asia and Oceania
        Press Trust of India = PTI
        IANS = Indo-Asian News Service
        Asian News International = ANI | aninews.in
        United News of India = (UNI)
        Associated Press of Pakistan = (APP)
        BSS = (BSS) | Bangladesh Sangbad Sangstha
        Kyodo = Kyodo News | Kyodo News Agency | (共同) | 共同通信 | 共同社
        Jiji Press = Jiji | (時事) | 時事通信
        Yonhap = Yonhap News Agency | Yonhap News | 연합뉴스 | 韩联社
        Newsis = 뉴시스
        News1 = 뉴스1
        KCNA = Korean Central News Agency | 조선중앙통신
        China News Service = 中新社 | 中新网 | 中国新闻社
        Central News Agency = 中央社 | (CNA Taiwan)
        Bernama = BERNAMA
        Antara = ANTARA | ANTARA News
        Vietnam News Agency = (VNA) | TTXVN
        Philippine News Agency = (PNA)
        Thai News Agency = (TNA)
        Montsame = MONTSAME
        AAP = (AAP) | Australian Associated Press | aap.com.au
        NZPA = (NZPA) | New Zealand Press Association | (NZ Newswire)

        # Latin America
        Agência Brasil = Agencia Brasil
        Agência Estado = Estadão Conteúdo
        Folhapress = FolhaPress
        Télam = Telam | TELAM
        Noticias Argentinas = (Noticias Argentinas NA)
        Prensa Latina = (PL) | Prensa Latina
        Notimex = NOTIMEX
        Andina = (Andina)
        Agencia Venezolana de Noticias = (AVN)
        Colprensa = COLPRENSA

        [press releases]
        PR Newswire = PRNewswire | PRNewswire-USNewswire | PRNewsWire | PRNewswire-FirstCall | (Cision)
        Business Wire = BusinessWire
        GlobeNewswire = GLOBE NEWSWIRE | GlobeNewsWire | Globe Newswire 
        Marketwired = Marketwire | MARKETWIRE | MARKET WIRE | Market Wire
        Newswire.ca = CNW | Canada NewsWire | CNW Group
        Accesswire = ACCESSWIRE
        EIN Presswire = EIN News
        PRWeb = PRWEB
        News Aktuell = (ots)
        """;
}
