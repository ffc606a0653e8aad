/// <summary>The consumer's own, public and in the global namespace, as top-level statements make it.</summary>
public class Program
{
    public static void Main()
    {
    }
}
