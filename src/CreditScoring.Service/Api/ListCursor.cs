using CreditScoring.Enterprises;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>By what a list is ordered, and where a page of it ends.</summary>
public static class ListCursor
{
    private static readonly IReadOnlyList<string> Names = ListOrders.Names;

    public static Problem? Order(string? text, out ListOrder order, out bool descending)
    {
        (order, descending) = (ListOrder.Subject, text?.StartsWith('-') == true);
        var name = descending ? text![1..] : text;
        order = (ListOrder)Math.Max(0, Names.ToList().IndexOf(name ?? ""));
        return Parameters.OneOf("sort", name, Names);
    }

    public static string Of(ListPlace place, ListOrder order) => order == ListOrder.Subject
        ? Parameters.After(new StandingKey(place.Regime, place.Subject))
        : Parameters.Cursor(
            Names[(int)order], place.Value, place.Regime, place.Subject.Kind, place.Subject.Id);

    /// <summary>The place of another order is none of this one.</summary>
    public static Problem? Read(string? text, ListOrder order, out ListPlace? place)
    {
        place = null;
        if (text is null)
        {
            return null;
        }

        place = Parameters.Cursor(text) switch
        {
            [var regime, var kind, var id] when order == ListOrder.Subject =>
                new ListPlace(regime, "", new Subject(kind, id)),
            [var name, var value, var regime, var kind, var id] when name == Names[(int)order] =>
                new ListPlace(regime, value, new Subject(kind, id)),
            _ => null,
        };
        return place?.ValueBy(order) is null ? Parameters.BadAfter : null;
    }
}
