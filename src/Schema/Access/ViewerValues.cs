namespace OwnedData.Schema.Access;

/// <summary>Which values of the viewer rules ask for.</summary>
public static class ViewerValues
{
    /// <summary>Those of a condition, each as often as it stands there; none of null.</summary>
    public static IEnumerable<ViewerValue> Of(Condition? condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Of),
        AnyOf any => any.Conditions.SelectMany(Of),
        ElementCondition element => Of(element.Element),
        Comparison comparison => Of(comparison.Operand),
        _ => [],
    };

    private static IEnumerable<ViewerValue> Of(Operand operand) => operand switch
    {
        ViewerOperand viewer => [viewer.Value],
        ListOperand list => list.Members.SelectMany(Of),
        _ => [],
    };
}
