using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>Reads the Operator of a rule.</summary>
internal static class Joinings
{
    /// <summary>Exactly the four names: the platform's own parsing takes "0" and "And, Or" as well.</summary>
    public static Joining? Read(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        switch (piece?.Text)
        {
            case "And":
                return Joining.And;
            case "AndAlso":
                return Joining.AndAlso;
            case "Or":
                return Joining.Or;
            case "OrElse":
                return Joining.OrElse;
        }

        if (piece is null || piece.IsNull)
        {
            return null;
        }

        flaws.Add(new Flaw(
            "unknown-operator", piece.Place,
            new Wording("Operator 只能是 And、AndAlso、Or、OrElse", "Operator is And, AndAlso, Or or OrElse"),
            new Wording("写其中之一，注意大小写", "write one of them, in exactly this case")));
        return Joining.And;
    }
}
