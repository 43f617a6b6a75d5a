namespace Similarity;

/// <summary>Where and how a text names its origin.</summary>
public enum CreditKind
{
    /// <summary>At the head of the story, with the place: "PARIS (AFP) -", "МОСКВА, 25 фев - РИА Новости".</summary>
    Dateline,

    /// <summary>As or beside the author: "By Jane Doe, Associated Press", "Reuters Staff", "... | AP News" in a title.</summary>
    Byline,

    /// <summary>At the end of an opening sentence: "... writes SANA."</summary>
    Summary,

    /// <summary>After the story: "The Associated Press contributed to this report.", "This article was edited by ...".</summary>
    Closing,

    /// <summary>Whose text it is: "© 2016 AFP".</summary>
    Copyright,

    /// <summary>A release and who distributed or issued it: "/PRNewswire/ --", "SOURCE Acme Corp".</summary>
    PressRelease,
}
