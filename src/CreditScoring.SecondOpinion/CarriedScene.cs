using CreditScoring.Law.Scenes;
using CreditScoring.SecondOpinion.Views;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// What was carried over of one scene and may be used again while it is the same: lists by reference,
/// the day, the members of <c>law</c>. A scene is used by one thread at a time.
/// </summary>
internal sealed class CarriedScene
{
    private const int Lists = 4;

    private readonly (Carrier? Carrier, object? Ours, object? There)[] lists =
        new (Carrier?, object?, object?)[Lists];

    private int nextList;
    private (DateOnly Day, object There) day;
    private (PackViews? Pack, object? There) law;

    public static CarriedScene Of(CreditScoring.Law.Language.Evaluation evaluation) =>
        (CarriedScene)(evaluation.CarriedOver ??= new CarriedScene());

    /// <param name="over">Wraps a list that is not known yet.</param>
    public object? List(Carrier carrier, object? ours, Func<object, CarriedScene, object> over)
    {
        if (ours is null)
        {
            return null;
        }

        foreach (var (known, of, there) in lists)
        {
            if (ReferenceEquals(of, ours) && ReferenceEquals(known, carrier))
            {
                return there;
            }
        }

        var made = over(ours, this);
        lists[nextList] = (carrier, ours, made);
        nextList = (nextList + 1) % Lists;
        return made;
    }

    public object? Day(DateOnly? ours)
    {
        if (ours is not { } given)
        {
            return null;
        }

        if (day.There is null || day.Day != given)
        {
            day = (given, Values.Day(given));
        }

        return day.There;
    }

    /// <param name="scene">Null: the facts are not those of a pack, and what reads them has no
    /// answer.</param>
    public object Law(Func<object?, object?, object> make, Scene? scene, PackViews pack)
    {
        if (!ReferenceEquals(law.Pack, pack))
        {
            law = (pack, make(scene, pack));
        }

        return law.There!;
    }
}
