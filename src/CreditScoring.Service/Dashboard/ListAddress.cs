namespace CreditScoring.Service.Dashboard;

/// <summary>The address of a list: it is the saved filter.</summary>
internal static class ListAddress
{
    /// <param name="changed">What is to be another; null: left out.</param>
    public static string Of(EnterprisesModel model, params (string Name, string? Value)[] changed)
    {
        var asked = model.Asked;
        var all = new List<(string Name, string? Value)>
        {
            ("regime", asked.Regime), ("tier", asked.Tier), ("name", asked.Name), ("region", asked.Region),
            ("industry", asked.Industry), ("kind", asked.Kind), ("pointsFrom", asked.PointsFrom),
            ("pointsTo", asked.PointsTo), ("dueBefore", asked.DueBefore), ("status", asked.Status),
            ("worseSince", asked.WorseSince), ("sort", model.Sort),
        };
        all.RemoveAll(each => changed.Any(other => other.Name == each.Name));
        return "/enterprises" + QueryString.Create(all.Concat(changed).Where(each => each.Value is not null)
            .Select(each => KeyValuePair.Create(each.Name, each.Value)));
    }
}
