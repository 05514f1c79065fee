using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>The property <c>notice</c> of pack.json -> its terms, noting every flaw.</summary>
internal static class NoticeTermsReader
{
    /// <summary>What the provision of a right can be worth: there is nothing in it to be filled in.</summary>
    public static readonly IReadOnlyList<string> Provenances =
        [.. Provenance.All.Where(each => each != Provenance.Bureau).Select(each => each.Text)];

    public static NoticeTerms Read(JsonPiece? piece, TierLadder ladder, ICollection<Flaw> flaws)
    {
        if (piece is null or { IsNull: true })
        {
            return NoticeTerms.None;
        }

        var reader = new ObjectReader(piece, flaws);
        var terms = new NoticeTerms
        {
            ToParty = reader.Boolean("toParty") ?? true,
            Standing = reader.Wording("standing"),
            Rights = [.. reader.List("rights").Select(item => Right(item, ladder, flaws))],
        };
        reader.Close();
        return terms;
    }

    private static PartyRight Right(JsonPiece item, TierLadder ladder, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(item, flaws);
        var right = new PartyRight(reader.Wording(), reader.RequireText("basis") ?? "")
        {
            Tiers = reader.Texts("tiers"),
            Step = reader.Text("step"),
            OwnTerm = reader.Boolean("ownTerm") ?? false,
            OfRepair = reader.Boolean("ofRepair") ?? false,
            Provenance = reader.RequireText("provenance"),
        };
        reader.Close();
        foreach (var tier in item["tiers"]?.Items.Where(
            each => each.Text is { } tier && ladder.RankOf(tier) < 0) ?? [])
        {
            flaws.Add(NamedTiers.Unknown(tier.Place, tier.Text!, ladder));
        }

        if (right.Provenance is { } provenance && !Provenances.Contains(provenance))
        {
            var list = string.Join(", ", Provenances);
            flaws.Add(ObjectReader.WrongType(item["provenance"]!, $"one of {list}", $"其中之一：{list}"));
        }

        return right;
    }
}
