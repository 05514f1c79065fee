using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// A paper (文书) that a situation calls for, before it is written: one about an entry takes a walk over the
/// file from its day on, and of many only few are looked at.
/// </summary>
public sealed record CalledPaper
{
    private readonly PaperTemplate template;
    private readonly RulePack pack;
    private readonly PaperMatter matter;

    internal CalledPaper(RulePack pack, PaperTemplate template, PaperMatter matter, Happening? about)
    {
        (this.pack, this.template, this.matter) = (pack, template, matter);
        About = about is null ? null : NoticeWords.Event(about, "zh");
    }

    public PaperKind Kind => template.Kind;

    public string Regime => pack.Regime;

    public string Title => template.Title;

    /// <summary>What it is about, such as a penalty; null: all of the standing.</summary>
    public string? About { get; init; }

    /// <summary>Whether the rules that it rests on are an instrument in force, and no example.</summary>
    public bool IsOfficial => pack.Manifest.Status == PackStatus.Official;

    /// <summary>The authority's own act that it puts in writing; null: it is a notice of none.</summary>
    internal Happening? Deed => matter.Deed;

    /// <summary>Whether it is not drawn up, since the record denies what it would certify.</summary>
    internal bool IsDenied => matter.IsDenied;

    /// <summary>What the officer is told beside what the text lacks.</summary>
    internal IReadOnlyList<Wording> Told { get; init; } = [];

    /// <summary>The paper itself.</summary>
    public Paper Written()
    {
        var paper = PaperWriter.Write(pack, template, matter, About);
        return Told.Count == 0 ? paper : paper with { Missing = [.. paper.Missing, .. Told] };
    }
}
