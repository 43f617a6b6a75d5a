using static Similarity.CreditKind;
using static Similarity.CreditZone;

namespace Similarity;

/// <summary>
/// The forms of credits: what is looked for, where, and how far it can be trusted. To add one, add a line; of two that match
/// the same name, the first counts. <see cref="CuePattern"/> explains the notation.
/// </summary>
internal static class CreditForms
{
    private const string Dash = "[-| -|_| _|.-|. -|:| :|=| =]";

    private const string By = "[By |by |Von |Par |Por |Da |Di |Door |Af |Av |Oleh |Story by |Written by |Posted by |Reported by |Autor: |Автор: |Автор ]";

    private const string Staff = "[ Staff| staff| Staff Writer| Staff Writers| Writer| Writers| Reporter| News| Online| Editors| Sports Writer| Business Writer]";

    private const string Verb =
        "[writes |reports |berichtet |berichtet die |meldet |meldet die |rapporte |rapporte l'|écrit |informa |informó |informou |riporta |riporta l'|riferisce |riferisce l'|scrive |scrive l'|donosi |bildirdi |وفق |بحسب |ذكرت |أفادت ]";

    private const string RussianVerb = "[сообщает |сообщают |передает |передаёт |передают |пишет |пишут |сообщило |сообщило агентство |сообщает агентство |передает агентство |повідомляє |передає |пише ]";

    private const string Material =
        "[material from |files from |information from |inputs from |input from |reporting from |wire reports from |материалам |материалов |Material von |Materialien von |Informationen von |con información de |com informações da |com informações de |avec |met dank aan |con informazioni |con informazioni dell']";

    private const string Piece = "[article|story|report|column|piece|post|essay|commentary|op-ed|interview|item|text|dispatch|analysis]";

    /// <summary>Around a name of the table.</summary>
    public static CreditForm[] AroundNames { get; } =
    [
        // "HARLOW, England (Reuters) - ", "Madrid, 3 feb (EFE).- ", "(KSLA/AP) - ", "(Reuters Health) - ", "/ТАСС/. "
        new(Dateline, Head, .99, "({name})" + Dash),
        new(Dateline, Head, .99, "{first}({name})"),
        new(Dateline, Head, .98, "({codes}{name}{codes})" + Dash),
        new(Dateline, Head, .97, "({name}{caps})" + Dash),
        new(Dateline, Head, .97, "^{place}({name})"),
        new(Dateline, Head, .95, "{first}{caps}({name}) {capital}"),
        new(Dateline, Head, .95, "{first}{caps}({name}{caps}) {capital}"),
        new(Dateline, Head, .98, "[ /|./|,/]{name}{caps}[/.|/ |/:|/,|/-]"),
        new(Dateline, Head, .98, "^/{name}{caps}[/.|/ |/:|/,|/-]"),
        // "ЖЕНЕВА, 25 мая - РИА Новости, ", "LONDON - Reuters - ", "دمشق-سانا"
        new(Dateline, Head, .97, "^{place}[- |-]{name}[.|,| -|:]"),
        new(Dateline, Head, .95, "^{place}[- |-]{name}$"),
        // "ТАСС, 17 мая. ", "新华社北京2月25日电", "(北京共同)", "(서울=연합뉴스)"
        new(Dateline, Head, .97, "^{name}[, | - |. ]{number}") { TakesAmbiguous = false },
        new(Dateline, Head, .97, "^[(|据|據|]{name}...[电|電|讯|訊]"),
        new(Dateline, Head, .95, "({foreign}{name})"),
        new(Dateline, Head, .95, "({name}{foreign})"),

        // "By Jane Doe, Associated Press", "Associated Press", "Jane Doe, The Canadian Press", "Xinhua | Updated: ..."
        new(Byline, Top, .96, "^" + By + "{caps}{name}{break}"),
        new(Byline, Top, .95, "{first}{name}$") { TakesAmbiguous = false },
        new(Byline, Top, .95, "{first}{name}" + Staff + "$"),
        new(Byline, Top, .93, "^{caps}[, | {bar} ]{name}$") { TakesAmbiguous = false },
        new(Byline, Top, .95, "^{name}[ {bar} | Published| Updated| Posted| Last updated]"),
        new(Byline, Top, .93, "[Updated|Published|Posted]...({name})$"),
        new(Byline, Title, .95, "[ - | {bar} ]{name}$"),

        // "... writes SANA.", "Об этом сообщает ТАСС со ссылкой на ..."
        new(Summary, Top, .93, Verb + "{name}$") { TakesAmbiguous = false },
        new(Summary, Head, .9, RussianVerb + "{name}[.| со ссылкой| з посиланням]"),
        new(Summary, Head, .9, "[сообщает |передает |пишет |со ссылкой на |з посиланням на ]{name}$"),

        // "The Associated Press contributed to this report.", "This report contains material from Reuters and ..."
        new(Closing, Tail, .99, "{name}...[contributed to this|contributed to the|contributed reporting|contributed material|contributed information|contributed.|contribué à cet|contribuyó a est|contribuyeron a est|contribuiu para est]"),
        new(Closing, Tail, .97, Material + "{caps}{name}") { TakesAmbiguous = false },
        new(Closing, Tail, .97, "^[With |Additional reporting by |Additional reporting from |With additional reporting from |Compiled from |Based on reports from ]{caps}{name}{break}") { TakesAmbiguous = false },
        new(Closing, Tail, .97, "^[Contributing: |Contributors: ]...{name}") { TakesAmbiguous = false },
        new(Closing, Head | Tail, .95, "^[Source: |Source - |Sources: |Source : |Via: |Quelle: |Quellen: |Fonte: |Fuente: |Kaynak: |Bron: |Źródło: |Источник: |Источник - |Джерело: |来源:|来源: |來源:|出典:|출처: |المصدر: |Nguồn: ]{name}"),
        new(Closing, Head | Tail, .95, "[(Source: |(Fonte: |(Fuente: |(Quelle: |Источник: |Источник - |来源:|来源: ]{name}"),
        new(Closing, Tail, .93, "[- |-- |-]{name}{end}") { TakesAmbiguous = false },
        new(Closing, Tail, .93, "^- {name}$"),
        new(Closing, Tail, .93, "[. |.|\" |\"|! |? ]({codes}{name}{codes}){end}") { TakesAmbiguous = false },
        new(Closing, Tail, .93, "^{codes}({codes}{name}{codes}){end}") { TakesAmbiguous = false },
        new(Closing, Tail, .9, "^{codes}{name}{codes}{end}") { TakesAmbiguous = false },
        new(Closing, Tail, .9, "[partnership with |partnership between |collaboration with |collaboration between |produced by |provided by |distributed by |supplied by |syndicated by ]{caps}{name}") { TakesAmbiguous = false },
        new(Closing, Head | Tail, .9, "^{name}[ is a nonprofit| is an independent| is a national health| is a non-profit| is an editorially independent| is part of a]"),
        new(Copyright, Head | Tail, .97, "[Copyright |Copyright,|(c) 20|(c)20|(c) 19|(c)19]...{name}"),
        new(Copyright, Head | Tail, .95, "[(c) |(c)]{name}"),
    ];

    /// <summary>Those of <see cref="AroundNames"/> that may stand in each combination of zones.</summary>
    private static readonly CreditForm[][] ByZone = [.. Enumerable.Range(0, 16).Select(zone => Array.FindAll(AroundNames, form => (form.Zone & (CreditZone)zone) != None))];

    /// <summary>The forms around names that may stand in any of these zones.</summary>
    public static CreditForm[] AroundNamesIn(CreditZone zone) => ByZone[(int)zone];

    /// <summary>At the start of a line, sentence or bracket, around any name or none.</summary>
    public static CreditForm[] AtStarts { get; } =
    [
        new(Closing, Tail, .95, "[This |The |A version of this |An earlier version of this |]" + Piece + "[ was| is| has been|][ originally| first| previously|] [published|appeared|republished|reprinted|posted][ by | on | in | at | with | from ]{outlet}"),
        new(Closing, Tail, .95, "[Originally |First |Previously ][published|appeared|posted][ by | on | in | at | with ]{outlet}"),
        new(Closing, Tail, .95, "[Republished |Reprinted |Reposted ][with permission |by permission |courtesy |][from |of ]{outlet}"),
        new(Closing, Tail, .9, "[This |The ]" + Piece + "[ was| has been| is] edited by {outlet}") { NamesOutlet = true },
        new(Copyright, Head | Tail, .9, "[Copyright |(c) Copyright |Copyright (c) |(c)Copyright |Copyright(c) ]{year}{outlet}"),
        new(Copyright, Head | Tail, .9, "[(c) |(c)][20|19]{year}{outlet}"),
        new(PressRelease, Tail, .95, "SOURCE {outlet}"),
        new(Closing, Tail, .9, "[Reporting by |Additional reporting by |Writing by |(Reporting by |(Additional reporting by |(Writing by ]...[editing by |Editing by ]") { Implies = "Reuters" },
    ];
}
