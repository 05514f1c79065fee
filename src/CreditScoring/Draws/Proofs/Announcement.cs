using System.Text;

namespace CreditScoring.Draws.Proofs;

/// <summary>
/// What is published before a draw (抽取公告): the list and the inspectors by their digests, the rule with
/// the numbers that follow, the commitment to the secret, and which public value will decide.
/// </summary>
/// <param name="Draw">Its number, such as 云双随〔2027〕1号.</param>
/// <param name="Title">What is drawn, for whom.</param>
/// <param name="Published">When it is published.</param>
/// <param name="Population">SHA-256 of the frozen list.</param>
/// <param name="Listed">Lines of the list.</param>
/// <param name="Excluded">Those that are not in the draw, by reason.</param>
/// <param name="Rule">By which is drawn.</param>
/// <param name="Plan">The numbers that follow from rule and list.</param>
/// <param name="Inspectors">Null: objects alone are drawn.</param>
/// <param name="Commitment">To the secret.</param>
/// <param name="Public">The public value.</param>
public sealed record Announcement(
    string Draw, string Title, DateTimeOffset Published, Digest Population, int Listed,
    IReadOnlyList<ExcludedCount> Excluded, DrawRule Rule, SamplingPlan Plan, InspectorsFrozen? Inspectors,
    Digest Commitment, PublicSource Public)
{
    public const string Form = "credit-draw-commit/1";

    /// <summary>As it is published, to the octet.</summary>
    public string Text => CanonicalJson.Of(AnnouncementJson.Shape, this);

    /// <summary>SHA-256 of the published file: it goes into the seed.</summary>
    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes(Text));
}

/// <summary>How many objects are not in the draw for a reason.</summary>
public sealed record ExcludedCount(string Reason, int Count);

/// <summary>The register of inspectors as frozen.</summary>
/// <param name="Register">SHA-256 of it.</param>
/// <param name="Listed">Inspectors in it.</param>
/// <param name="Visits">The days of the visits.</param>
public sealed record InspectorsFrozen(Digest Register, int Listed, Visits Visits);
