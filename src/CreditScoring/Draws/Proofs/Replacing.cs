using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>
/// Putting the next reserve of a stratum in the place of an object (替换). Nobody else's lot or inspectors
/// change.
/// </summary>
public static class Replacing
{
    /// <param name="proof">Of the draw, with the replacements made so far.</param>
    /// <param name="request">What is asked; its inspectors, reserve and digest are settled here.</param>
    /// <param name="reserves">As the list has them.</param>
    /// <param name="register">Null: no inspectors are drawn.</param>
    /// <param name="flaw">Why it cannot be.</param>
    public static Proof? Add(
        Proof proof, Replacement request, IReadOnlyDictionary<string, Listed> reserves,
        InspectorRegister? register, out Wording? flaw)
    {
        var current = Current(proof);
        if (!current.TryGetValue(request.Out, out var place))
        {
            flaw = new Wording($"{request.Out} 不在抽中名单中", $"{request.Out} is not among those drawn");
            return null;
        }

        if (Next(proof, place.Stratum) is not { } next)
        {
            flaw = new Wording($"{place.Stratum} 层没有替补了", $"the stratum {place.Stratum} has no reserve left");
            return null;
        }

        if (!reserves.TryGetValue(next, out var listed))
        {
            flaw = new Wording($"{next} 不是名单的替补", $"{next} is no reserve of the list");
            return null;
        }

        flaw = null;
        current.Remove(request.Out);
        var inspectors = register is null ? [] : Deal.Of(
            new DrawSeed(proof.Seed), listed, current.Values.SelectMany(each => each.Inspectors),
            register, proof.Announced.Rule, proof.Announced.Inspectors!.Visits);
        return proof with
        {
            Replacements =
            [
                .. proof.Replacements,
                request with { In = next, Inspectors = inspectors, Before = proof.Digest },
            ],
        };
    }

    /// <summary>The next reserve of a stratum that has not been used; null: there is none.</summary>
    public static string? Next(Proof proof, string stratum)
    {
        var used = proof.Replacements.Select(each => each.In).ToHashSet(StringComparer.Ordinal);
        return proof.Reserves.FirstOrDefault(each => each.Stratum == stratum && !used.Contains(each.Id))?.Id;
    }

    /// <summary>Who is to be visited, after all replacements: by id, with stratum and inspectors.</summary>
    public static Dictionary<string, (string Stratum, IReadOnlyList<string> Inspectors)> Current(Proof proof)
    {
        var current = proof.Drawn.DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id, each => (each.Stratum, each.Inspectors), StringComparer.Ordinal);
        foreach (var replacement in proof.Replacements)
        {
            if (current.Remove(replacement.Out, out var place))
            {
                current.TryAdd(replacement.In, (place.Stratum, replacement.Inspectors));
            }
        }

        return current;
    }
}
