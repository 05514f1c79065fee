using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Covering;

/// <summary>A condition or sub-condition, and which of its outcomes cases have seen.</summary>
/// <param name="Rule">The rule that it stands in.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">As written; of nested conditions the name.</param>
public sealed record Outcomes(string Rule, Place Place, string Text)
{
    public bool SeenTrue { get; private set; }

    public bool SeenFalse { get; private set; }

    public bool Both => SeenTrue && SeenFalse;

    internal int Start { get; init; }

    internal void See(bool outcome)
    {
        SeenTrue |= outcome;
        SeenFalse |= !outcome;
    }

    /// <summary>What must come out both ways in one text.</summary>
    internal static IReadOnlyList<Outcomes> Of(string rule, Formula formula) =>
    [
        .. Subconditions.Of(formula).Select(part => new Outcomes(
            rule, formula.Source.At(part.Start),
            formula.Source.Text[part.Start..part.End]) { Start = part.Start }),
    ];

    /// <summary>Takes what the parts of an evaluation came to.</summary>
    internal static void See(IReadOnlyList<Outcomes> points, Reading reading)
    {
        if (reading is { Evaluated: true, Value: bool outcome })
        {
            points.FirstOrDefault(each => each.Start == reading.Start && each.Text == reading.Text)?.See(
                outcome);
        }

        foreach (var part in reading.Parts)
        {
            See(points, part);
        }
    }
}
