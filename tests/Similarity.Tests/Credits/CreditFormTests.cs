namespace Similarity.Tests;

public class CreditFormTests
{
    [Theory]
    [InlineData("HARLOW, England (Reuters) - A bridge opened on Monday.", "Dateline Reuters")]
    [InlineData("BEIRUT, Feb 25 (AP) — A bridge opened on Monday.", "Dateline Associated Press")]
    [InlineData("SPRINGFIELD (KXYZ/AP) – A bridge opened on Monday.", "Dateline Associated Press")]
    [InlineData("WASHINGTON — (CNN) A bridge opened on Monday.", "Dateline CNN")]
    [InlineData("London (CNN) \"A bridge,\" the mayor said, \"is a road.\"", "Dateline CNN")]
    [InlineData("(Reuters) - A bridge opened on Monday.", "Dateline Reuters")]
    [InlineData("Berlin (dpa) - Am Montag wurde eine Brücke eröffnet.", "Dateline Deutsche Presse-Agentur")]
    [InlineData("Paris (AFP) - Un pont a été inauguré lundi.", "Dateline Agence France-Presse")]
    [InlineData("Madrid, 3 feb (EFE).- Un puente se inauguró el lunes.", "Dateline EFE")]
    [InlineData("(ANSA) - ROMA, 3 FEB - Un ponte è stato inaugurato.", "Dateline ANSA")]
    [InlineData("Lisboa, 03 fev (Lusa) – Uma ponte foi inaugurada.", "Dateline Lusa")]
    [InlineData("МОСКВА, 25 фев - РИА Новости. В городе открыли мост.", "Dateline RIA Novosti")]
    [InlineData("МОСКВА, 25 февраля. /ТАСС/. В городе открыли мост.", "Dateline TASS")]
    [InlineData("МОСКВА, 6 мая (Рейтер) - В городе открыли мост.", "Dateline Reuters")]
    [InlineData("新华社北京2月25日电 一座新桥周一开通。", "Dateline Xinhua")]
    [InlineData("【北京共同】新しい橋が月曜日に開通した。", "Dateline Kyodo")]
    [InlineData("(서울=연합뉴스) 홍길동 기자 = 새 다리가 월요일 개통했다.", "Dateline Yonhap")]
    [InlineData("دمشق-سانا\nافتتح جسر جديد يوم الاثنين.", "Dateline SANA")]
    [InlineData("BOSTON, Jan. 3, 2020 /PRNewswire/ -- Acme Bridges opened a bridge.", "PressRelease PR Newswire")]
    [InlineData("STANFORD, Calif.--(BUSINESS WIRE)--Acme Bridges opened a bridge.", "PressRelease Business Wire")]
    public void Datelines(string body, string expected) => Assert.Equal(expected, FoundCredits.Said(body));

    [Theory]
    [InlineData("By Jane Doe, Associated Press\n\nA bridge opened on Monday.", "Byline Associated Press")]
    [InlineData("By Jane Doe and John Roe | Reuters\n\nA bridge opened on Monday.", "Byline Reuters")]
    [InlineData("By The Associated Press\n\nA bridge opened on Monday.", "Byline Associated Press")]
    [InlineData("A bridge opens\n\nThe Associated Press\n\nA bridge opened on Monday.", "Byline Associated Press")]
    [InlineData("Reuters Staff\nA bridge opened on Monday.", "Byline Reuters")]
    [InlineData("Jane Doe, The Canadian Press\nA bridge opened on Monday.", "Byline The Canadian Press")]
    [InlineData("A bridge opens\nXinhua | Updated: 2017-09-15 17:52\nA bridge opened on Monday.", "Byline Xinhua")]
    [InlineData("Von Erika Muster, dpa\n\nAm Montag wurde eine Brücke eröffnet.", "Byline Deutsche Presse-Agentur")]
    [InlineData("Home | News | Weather\nBy JANE DOE, AP\nA bridge opened.", "Byline Associated Press")]
    public void Bylines(string body, string expected) => Assert.Equal(expected, FoundCredits.Said(body));

    [Theory]
    [InlineData("A bridge opened on Monday and the mayor was glad of it writes SANA.\n\nThe bridge is long.", "Summary SANA")]
    [InlineData("A bridge opened on Monday, reports TASS\nThe bridge is long.", "Summary TASS")]
    [InlineData("В городе открыли мост, сообщает ТАСС со ссылкой на мэрию. Мост длинный.", "Summary TASS")]
    [InlineData("В городе открыли мост, передает «Интерфакс». Мост длинный.", "Summary Interfax")]
    public void Summaries(string body, string expected) => Assert.Equal(expected, FoundCredits.Said(body));

    [Theory]
    [InlineData("The Associated Press contributed to this report.", "Closing Associated Press")]
    [InlineData("AP writers Jane Doe in Oslo and John R. Roe in Bergen contributed to this report.", "Closing Associated Press")]
    [InlineData("With files from The Canadian Press", "Closing The Canadian Press")]
    [InlineData("(With inputs from PTI)", "Closing Press Trust of India")]
    [InlineData("This report contains material from Reuters and the Associated Press.", "Closing Reuters, Closing Associated Press")]
    [InlineData("Contributing: Jane Doe, Springfield Star; The Associated Press", "Closing Associated Press")]
    [InlineData("(Reporting by Jane Doe; Editing by John Roe)", "Closing Reuters")]
    [InlineData("Source: Xinhua", "Closing Xinhua")]
    [InlineData("Источник — ТАСС", "Closing TASS")]
    [InlineData("Quelle: dpa", "Closing Deutsche Presse-Agentur")]
    [InlineData("“It is a fine bridge,” he added. — AFP", "Closing Agence France-Presse")]
    [InlineData("jd/jr (AFP, dpa)", "Closing Agence France-Presse, Closing Deutsche Presse-Agentur")]
    [InlineData("ABC/AFP", "Closing Agence France-Presse")]
    [InlineData("Originally published by the Springfield Star.", "Closing Springfield Star")]
    [InlineData("This article originally appeared on The Hill Gazette.", "Closing The Hill Gazette")]
    [InlineData("This article is republished from The Conversation under a licence.", "Closing The Conversation")]
    [InlineData("This article was edited by The Invented Observer. Its views are its author's.", "Closing The Invented Observer own")]
    [InlineData("Copyright 2018 The Associated Press. All rights reserved.", "Copyright Associated Press")]
    [InlineData("© 2016 AFP", "Copyright Agence France-Presse")]
    [InlineData("(Copyright (c) 2016 Springfield Television. All Rights Reserved.)", "Copyright Springfield Television")]
    [InlineData("SOURCE Acme Bridges", "PressRelease Acme Bridges")]
    public void Closings(string line, string expected) =>
        Assert.Equal(expected, FoundCredits.Said(FoundCredits.Long("A bridge opened on Monday.", line)));

    [Theory]
    [InlineData("A bridge opens on Monday - Reuters", "Byline Reuters")]
    [InlineData("A bridge opens on Monday | AP News", "Byline Associated Press")]
    [InlineData("UPDATE 2-A bridge opens on Monday", "")]
    [InlineData("AP: a bridge opens on Monday", "")]
    [InlineData("Bridges are loved, says a Reuters/Ipsos poll", "")]
    public void Titles(string title, string expected) => Assert.Equal(expected, FoundCredits.Said("A bridge opened on Monday.", title));

    [Fact]
    public void A_text_of_one_line_has_its_sentences_for_lines()
    {
        Assert.Equal("Closing Associated Press", FoundCredits.Said("A bridge opened on Monday. It is long. The Associated Press contributed to this report."));
        Assert.Equal("Closing Agence France-Presse", FoundCredits.Said("A bridge opened on Monday. “It is long,” he said. – AFP"));
        Assert.Equal("Dateline Associated Press", FoundCredits.Said("Posted: Monday, May 5 OSLO (AP) - A bridge opened on Monday. It is long."));
    }

    [Fact]
    public void A_dateline_is_found_behind_captions_and_menus()
    {
        var body = "Logo Wide\n\nHome\n\nFILE - The bridge in May. (AP Photo/Jane Doe, File)\n\nThe bridge at night. (Jane Doe/Pool Photo via AP)\n\nOSLO (AP) — A bridge opened.";
        Assert.Equal("(AP) —", Assert.Single(FoundCredits.In(body)).Evidence(body));
    }

    [Fact]
    public void Markup_is_read_through_and_evidence_is_given_in_the_bytes_as_they_came()
    {
        const string body = "<div class=\"byline\">Zoë Müller</div><p>OSLO <b>(Reuters)</b>&nbsp;&mdash; A bridge&hellip;</p><p>© 2016 <i>AFP</i></p>";
        Assert.Equal(["(Reuters)</b>&nbsp;&mdash;", "© 2016 <i>AFP"], FoundCredits.In(body).Select(credit => credit.Evidence(body)));
    }

    [Fact]
    public void Evidence_has_its_offsets_right_among_characters_of_several_bytes()
    {
        const string body = "“Brücke” – „мост“ – 橋\nOSLO,  3 мая\u00A0(Reuters)\u00A0—\u00A0A bridge opened.";
        var credit = Assert.Single(FoundCredits.In(body));
        Assert.Equal("(Reuters)\u00A0—", credit.Evidence(body));
        Assert.Equal("Reuters", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(body)[credit.NameStart..credit.NameEnd]));
    }
}
