using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>
/// One line of the list of a draw (抽取名单): five fields with a tab between. Each text has one way of
/// being written.
/// </summary>
/// <param name="Id">The id of the enterprise.</param>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Region">Its region, GB/T 2260; may be empty.</param>
/// <param name="Needs">Qualifications that its inspectors need, sorted, with commas; may be empty.</param>
/// <param name="Excluded">Why it is not in the draw, by a word of the profile; empty: it is.</param>
public readonly record struct Listed(string Id, string Stratum, string Region, string Needs, string Excluded)
{
    public const int Fields = 5;

    public bool IsIn => Excluded.Length == 0;

    /// <summary>As it stands in the frozen list.</summary>
    public string Line => $"{Id}\t{Stratum}\t{Region}\t{Needs}\t{Excluded}";

    /// <param name="line">Without its end.</param>
    /// <param name="frozen">Whether it must be as the frozen list has it, to the letter.</param>
    public static Listed? Read(string line, bool frozen, out LineFlaw? flaw)
    {
        var fields = LineFields.Of(line, Fields, least: 2, frozen, out flaw);
        if (fields is null)
        {
            return null;
        }

        flaw = fields.Id(0) ?? fields.Id(1) ?? fields.Checked(2, FlawOfRegion) ?? fields.List(3)
            ?? fields.Word(4);
        return flaw is null ? new Listed(fields[0], fields[1], fields[2], fields[3], fields[4]) : null;
    }

    private static Wording? FlawOfRegion(string text) =>
        text.Length == 0 ? null : Enterprises.Region.FlawOf(text);
}
