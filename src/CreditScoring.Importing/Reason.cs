using CreditScoring.Documents;

namespace CreditScoring.Importing;

/// <summary>Why a row became no event, in the words of its author's language.</summary>
internal sealed record Reason(string Zh, string En)
{
    /// <summary>The same without the numbers of residents that the row may hold.</summary>
    public Reason Masked => new(ResidentNumber.Masked(Zh), ResidentNumber.Masked(En));

    public static Reason Of(Flaw flaw) => new(
        $"{flaw.Name}：{flaw.What.Zh}；{flaw.Mend.Zh}",
        $"{flaw.Name}: {flaw.What.En}; {flaw.Mend.En}");

    /// <summary>The same, said of a part of the row.</summary>
    public Reason At(string zh, string en) => new($"{zh}：{Zh}", $"{en}: {En}");
}

/// <summary>Carries a reason from a cell to its row.</summary>
internal sealed class RowRefused(Reason reason) : Exception(reason.En)
{
    public Reason Reason { get; } = reason;
}
