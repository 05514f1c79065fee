using System.Text;

namespace CreditScoring.Draws.Proofs;

/// <summary>An object as it was drawn.</summary>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Id">Its id.</param>
/// <param name="Rank">Its rank there.</param>
/// <param name="Inspectors">By id; empty: none could be sent, or none are drawn.</param>
public sealed record DrawnObject(string Stratum, string Id, Digest Rank, IReadOnlyList<string> Inspectors);

/// <summary>One object in the place of another (替换).</summary>
/// <param name="Out">The one that is not visited.</param>
/// <param name="In">The next reserve of its stratum.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved, by post or number.</param>
/// <param name="On">The day.</param>
/// <param name="Inspectors">Of the one that is.</param>
/// <param name="Before">The digest of the proof before it.</param>
public sealed record Replacement(
    string Out, string In, string Reason, string Approver, DateOnly On, IReadOnlyList<string> Inspectors,
    Digest Before);

/// <summary>What shows afterwards that a draw was as announced (抽取证明).</summary>
/// <param name="Announced">What was published before.</param>
/// <param name="Secret">Revealed.</param>
/// <param name="Public">Null: none was named.</param>
/// <param name="Seed">That follows from these.</param>
/// <param name="Drawn">Stratum by stratum, by rank.</param>
/// <param name="Reserves">Likewise.</param>
/// <param name="Replacements">In the order in which they were made.</param>
public sealed record Proof(
    Announcement Announced, DrawSecret Secret, PublicValue? Public, Digest Seed,
    IReadOnlyList<DrawnObject> Drawn, IReadOnlyList<DrawnObject> Reserves,
    IReadOnlyList<Replacement> Replacements)
{
    public const string Form = "credit-draw-proof/1";

    private const string End = "\n}\n";

    /// <summary>As it is published: the last line but one says SHA-256 of all lines before it.</summary>
    public string Text
    {
        get
        {
            var body = Body();
            return $"{body} \"digest\": \"{Digest.Of(Encoding.UTF8.GetBytes(body))}\"{End}";
        }
    }

    /// <summary>
    /// SHA-256 of all lines but the last two, as <c>head -n -2 proof.json | sha256sum</c> says it.
    /// </summary>
    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes(Body()));

    /// <summary>The proof as it was before its replacements from one on.</summary>
    public Proof Before(int replacement) => this with { Replacements = [.. Replacements.Take(replacement)] };

    private string Body() => CanonicalJson.Of(ProofJson.Shape, this)[..^End.Length] + ",\n";
}
