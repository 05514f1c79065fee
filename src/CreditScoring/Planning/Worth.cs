namespace CreditScoring.Planning;

/// <summary>
/// What visits are worth together, by how binding they are: any of what is more binding is above all of what
/// is less. A visit counts beside its value, so that one that is worth nothing is better than none.
/// </summary>
internal readonly record struct Worth(
    decimal First, decimal Second, decimal Third, decimal Fourth, decimal Fifth) : IComparable<Worth>
{
    private const decimal AnyVisit = 0.0001m;

    public static Worth Of(Visit visit)
    {
        var value = visit.Value + AnyVisit;
        return visit.Binding switch
        {
            0 => new Worth { First = value },
            1 => new Worth { Second = value },
            2 => new Worth { Third = value },
            3 => new Worth { Fourth = value },
            _ => new Worth { Fifth = value },
        };
    }

    public static Worth Of(IEnumerable<Visit> visits) =>
        visits.Aggregate(default(Worth), (sum, each) => sum + Of(each));

    public int CompareTo(Worth other) =>
        First != other.First ? First.CompareTo(other.First)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : Third != other.Third ? Third.CompareTo(other.Third)
        : Fourth != other.Fourth ? Fourth.CompareTo(other.Fourth)
        : Fifth.CompareTo(other.Fifth);

    public static Worth operator +(Worth one, Worth other) => new(
        one.First + other.First, one.Second + other.Second, one.Third + other.Third,
        one.Fourth + other.Fourth, one.Fifth + other.Fifth);

    public static Worth operator -(Worth one, Worth other) => one + (other * -1);

    public static Worth operator *(Worth one, decimal times) => new(
        one.First * times, one.Second * times, one.Third * times, one.Fourth * times, one.Fifth * times);
}
